package io.quantedge.localstack.dsql.fault;

/**
 * How much later statements and commits are answered. Immutable.
 *
 * @param statementMillis added to each statement
 * @param commitMillis added to each commit of a transaction that wrote
 */
public record Latency(long statementMillis, long commitMillis) {
  /** Longest delay that can be asked for. */
  public static final long MAXIMUM_MILLIS = 60_000;

  /** As fast as the machine is. */
  public static final Latency NONE = new Latency(0, 0);

  /** One region: a read in 3 ms, an insert with its commit in 11 ms, measured by others. */
  public static final Latency SINGLE_REGION = new Latency(3, 8);

  /** Two regions and a witness: a write in 35 to 89 ms, measured by others; the middle of it. */
  public static final Latency MULTI_REGION = new Latency(3, 59);

  /** Refuses what is out of range. */
  public Latency {
    check("statementMillis", statementMillis);
    check("commitMillis", commitMillis);
  }

  private static void check(String name, long millis) {
    if (millis < 0 || millis > MAXIMUM_MILLIS) {
      throw new IllegalArgumentException(
          "%s is 0 to %d, but was %d".formatted(name, MAXIMUM_MILLIS, millis));
    }
  }
}
