package io.quantedge.cli;

/**
 * What the command tells the shell. The numbers are part of the interface and shown by the help.
 */
final class ExitCode {
  static final int OK = 0;

  /** A check does not hold, the books differ, or a run could not come to a verdict. */
  static final int FAILED = 1;

  /** The command line cannot be understood. */
  static final int USAGE = 2;

  /** No stack runs. */
  static final int NOT_RUNNING = 3;

  /** A part of the running stack is not healthy. */
  static final int UNHEALTHY = 4;

  /** The stack could not start, or did not stay. */
  static final int STACK_FAILED = 5;

  /** Ended by Ctrl-C, as shells have it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
