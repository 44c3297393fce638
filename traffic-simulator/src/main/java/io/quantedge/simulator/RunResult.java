package io.quantedge.simulator;

/** What became of a run. Immutable. */
public interface RunResult {
  /** The whole result, for machines. */
  RunReport report();

  /** Whether every check holds; a command must fail if not. */
  boolean allHold();

  /** The result for people: a summary and a table of the checks, at most 100 columns wide. */
  String table();
}
