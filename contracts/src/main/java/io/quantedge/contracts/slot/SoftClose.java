package io.quantedge.contracts.slot;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps an auction open while bids still come, so that waiting for the last instant gains nobody
 * anything. A counted bid that is accepted within {@code window} before the deadline moves it to
 * {@code extension} after the bid, never back, and never more than {@code maximum} beyond the
 * slot's {@code closesAt}. Immutable.
 *
 * @param windowMillis how long before the deadline a bid extends it, above zero
 * @param extensionMillis how long after such a bid the auction stays open at least, above zero
 * @param maximumMillis how far all extensions together reach beyond {@code closesAt}, above zero
 */
public record SoftClose(long windowMillis, long extensionMillis, long maximumMillis) {
  private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

  public SoftClose {
    requireDuration("windowMillis", windowMillis);
    requireDuration("extensionMillis", extensionMillis);
    requireDuration("maximumMillis", maximumMillis);
  }

  /**
   * The deadline after one more counted bid.
   *
   * @param deadline the one before, {@code closesAt} at first
   * @param closesAt the slot's own closing time
   * @param acceptedAt when the bid was accepted, at most {@code deadline}
   */
  public Instant extended(Instant deadline, Instant closesAt, Instant acceptedAt) {
    if (!acceptedAt.isAfter(deadline.minusMillis(windowMillis))) {
      return deadline;
    }
    Instant latest = closesAt.plusMillis(maximumMillis);
    Instant wanted = acceptedAt.plusMillis(extensionMillis);
    Instant bounded = wanted.isAfter(latest) ? latest : wanted;
    return bounded.isAfter(deadline) ? bounded : deadline;
  }

  private static void requireDuration(String what, long millis) {
    if (millis < 1 || millis > LONGEST_MILLIS) {
      throw new IllegalArgumentException(
          "softClose." + what + " must be 1 to " + LONGEST_MILLIS + "; it was " + millis);
    }
  }
}
