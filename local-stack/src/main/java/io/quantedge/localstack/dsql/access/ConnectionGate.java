package io.quantedge.localstack.dsql.access;

import io.quantedge.localstack.dsql.rule.Refusal;
import java.time.Clock;
import java.util.Optional;

/**
 * Holds a cluster's limits on connections: how many at a time, and how many new ones in a second,
 * by a bucket that fills evenly. One for all endpoints. Thread-safe.
 */
public final class ConnectionGate {
  private static final long THOUSANDTHS = 1_000;

  private final Limits limits;
  private final Clock clock;
  private int open;
  private long admissibleThousandths;
  private long filledAtMillis;

  /**
   * The limits; defaults are Aurora DSQL's documented ones.
   *
   * @param perSecond new connections in a second, in the long run
   * @param burst new connections at once after a quiet time
   * @param open connections at a time
   */
  public record Limits(int perSecond, int burst, int open) {
    /** 100 new connections a second, 1,000 at once, 10,000 at a time. */
    public static final Limits DEFAULT = new Limits(100, 1_000, 10_000);

    /** Refuses what would admit nobody. */
    public Limits {
      if (perSecond < 1 || burst < 1 || open < 1) {
        throw new IllegalArgumentException(
            "limits on connections are 1 or more, but were %d a second, %d at once, %d at a time"
                .formatted(perSecond, burst, open));
      }
    }
  }

  /** Starts with a full bucket and no connections. */
  public ConnectionGate(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.admissibleThousandths = limits.burst() * THOUSANDTHS;
    this.filledAtMillis = clock.millis();
  }

  /**
   * Asks for one more connection. Whoever is admitted calls {@link #closed} once, later.
   *
   * @return why it is refused: {@code 53300} or {@code 53400}
   */
  public synchronized Optional<Refusal> admit() {
    fill();
    if (open >= limits.open()) {
      return Optional.of(
          new Refusal("53300", "Unable to accept connection, too many open connections."));
    }
    if (admissibleThousandths < THOUSANDTHS) {
      return Optional.of(new Refusal("53400", "Unable to accept connection, rate exceeded."));
    }
    admissibleThousandths -= THOUSANDTHS;
    open++;
    return Optional.empty();
  }

  /** An admitted connection has ended. */
  public synchronized void closed() {
    if (open == 0) {
      throw new IllegalStateException("a connection was closed that was never admitted");
    }
    open--;
  }

  /** Connections that are open. */
  public synchronized int open() {
    return open;
  }

  /** Connections a second are thousandths of a connection a millisecond. */
  private void fill() {
    long now = clock.millis();
    long capacity = limits.burst() * THOUSANDTHS;
    long elapsedMillis = Math.clamp(now - filledAtMillis, 0, capacity);
    admissibleThousandths =
        Math.min(capacity, admissibleThousandths + elapsedMillis * limits.perSecond());
    filledAtMillis = now;
  }
}
