package io.quantedge.simulator;

/** What an audit found. Immutable. */
public interface AuditResult {
  /** The whole result, for machines. */
  AuditReport report();

  /** Whether nothing contradicts anything; a command must fail if not. */
  boolean agrees();

  /** The result for people: a summary and every difference, in lines of bounded length. */
  String table();
}
