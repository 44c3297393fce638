package io.quantedge.localstack.dsql.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened at one endpoint since the start, for people and tests. Thread-safe. */
public final class Counters {
  private final LongAdder connections = new LongAdder();
  private final LongAdder opened = new LongAdder();
  private final LongAdder commits = new LongAdder();
  private final LongAdder conflicts = new LongAdder();
  private final LongAdder injectedConflicts = new LongAdder();
  private final LongAdder cuts = new LongAdder();
  private final LongAdder refusedTokens = new LongAdder();
  private final LongAdder refusedConnections = new LongAdder();

  /** A client is in. */
  public void opened() {
    connections.increment();
    opened.increment();
  }

  /** A client that was in has gone. */
  public void closed() {
    connections.decrement();
  }

  /** A transaction that wrote was committed. */
  public void committed() {
    commits.increment();
  }

  /** A transaction lost to another one. */
  public void conflicted() {
    conflicts.increment();
  }

  /** A transaction lost because a fault was asked for. */
  public void conflictInjected() {
    injectedConflicts.increment();
  }

  /** A connection was cut at its COMMIT. */
  public void cut() {
    cuts.increment();
  }

  /** A password was no good. */
  public void tokenRefused() {
    refusedTokens.increment();
  }

  /** There were too many connections. */
  public void connectionRefused() {
    refusedConnections.increment();
  }

  /** All figures by their names. */
  public Map<String, Object> describe() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("connections", connections.sum());
    figures.put("connectionsOpened", opened.sum());
    figures.put("connectionsRefused", refusedConnections.sum());
    figures.put("tokensRefused", refusedTokens.sum());
    figures.put("commits", commits.sum());
    figures.put("conflicts", conflicts.sum());
    figures.put("conflictsInjected", injectedConflicts.sum());
    figures.put("cuts", cuts.sum());
    return figures;
  }
}
