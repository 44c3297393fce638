package io.quantedge.ingest.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * Bounds how fast each key of the store is written: a bucket of {@code burst} writes for each key
 * that fills with {@code rate} a second, so no window of one second sees more than {@code rate +
 * burst}. One key of DynamoDB takes 1,000 writes a second ("Best practices for designing and using
 * partition keys", Amazon DynamoDB Developer Guide); the rest is left to what is not paced.
 *
 * <p>Holds one number for each key that was written lately (the generic cell rate algorithm: the
 * instant at which the bucket is full again). Time is handed in, in nanoseconds since an origin of
 * the caller's choice. Thread-safe.
 */
public final class WritePacer {
  /** What a key never exceeds in one second. */
  public static final int MAX_WRITES_PER_SECOND = 800;

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final int SWEEP_SIZE = 4_096;

  private final long nanosPerWrite;
  private final long bucketNanos;
  private final Map<String, Long> fullAtNanos = new HashMap<>();
  private int sweepSize = SWEEP_SIZE;

  /**
   * @param rate writes a second, above zero
   * @param burst writes at once, above zero; together with {@code rate} at most {@value
   *     #MAX_WRITES_PER_SECOND}
   */
  public WritePacer(int rate, int burst) {
    if (rate < 1 || burst < 1 || rate + burst > MAX_WRITES_PER_SECOND) {
      throw new IllegalArgumentException(
          "a key's rate and burst must be above zero and together at most "
              + MAX_WRITES_PER_SECOND
              + " writes; they were "
              + rate
              + " and "
              + burst);
    }
    this.nanosPerWrite = Math.ceilDiv(SECOND_NANOS, rate);
    this.bucketNanos = burst * nanosPerWrite;
  }

  /**
   * Takes one write of a key, if that may be done now.
   *
   * @return zero if it was taken; else nothing was, and this is after how many nanoseconds to ask
   *     again
   */
  public synchronized long tryTake(String key, long nowNanos) {
    long wait = waitNanos(key, 1, nowNanos);
    if (wait == 0) {
      take(key, 1, nowNanos);
    }
    return wait;
  }

  /**
   * Takes several writes of a key, which may have to wait.
   *
   * @return after how many nanoseconds they may be done, zero or more
   */
  public synchronized long reserve(String key, int writes, long nowNanos) {
    long wait = waitNanos(key, writes, nowNanos);
    take(key, writes, nowNanos);
    return wait;
  }

  private long waitNanos(String key, int writes, long nowNanos) {
    long fullAt = fullAtNanos.getOrDefault(key, nowNanos);
    return Math.max(0, fullAt + writes * nanosPerWrite - bucketNanos - nowNanos);
  }

  private void take(String key, int writes, long nowNanos) {
    if (fullAtNanos.size() >= sweepSize) {
      fullAtNanos.values().removeIf(fullAt -> fullAt <= nowNanos);
      sweepSize = Math.max(SWEEP_SIZE, 2 * fullAtNanos.size());
    }
    long fullAt = Math.max(nowNanos, fullAtNanos.getOrDefault(key, nowNanos));
    fullAtNanos.put(key, fullAt + writes * nanosPerWrite);
  }
}
