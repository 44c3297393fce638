package io.quantedge.cli;

import io.quantedge.localstack.stack.Stack;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happens on Ctrl-C or SIGTERM: everything is stopped, and the exit code is the result's if
 * there was one already, else the shell's for a signal. Thread-safe.
 */
final class CtrlC implements AutoCloseable {
  private final Console console;
  private final Thread hook = new Thread(this::signalled, "ctrl-c");
  private volatile Optional<Stack> stack = Optional.empty();
  private volatile OptionalInt exitCode = OptionalInt.empty();

  private CtrlC(Console console) {
    this.console = console;
  }

  static CtrlC watch(Console console) {
    CtrlC watch = new CtrlC(console);
    Runtime.getRuntime().addShutdownHook(watch.hook);
    return watch;
  }

  /** This stack is to be stopped first. */
  void stops(Stack running) {
    stack = Optional.of(running);
  }

  /** From now on a signal is the expected end, with this exit code. */
  void endsWith(int code) {
    exitCode = OptionalInt.of(code);
  }

  private void signalled() {
    console.lastWords("stopping everything");
    stack.ifPresent(Stack::close);
    exitCode.ifPresent(code -> Runtime.getRuntime().halt(code));
  }

  /** The work has ended by itself. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends already.
    }
  }
}
