package io.quantedge.telemetry.domain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A slot in a list, as far as whoever named it knows it. Several who know it can be put together.
 *
 * @param name null if not known
 * @param received bids before the close marker; null if not known
 * @param winner the account that takes it; null before the close, and if nobody does
 * @param price what it pays, four decimals; null likewise
 * @param closedAt when its close marker was written; null before
 * @param closesAt when the clock closes it; null if not known
 * @param lastAt the newest that is known of it
 */
public record SlotSummary(
    String slotId,
    @Nullable String name,
    SlotState state,
    @Nullable Long received,
    @Nullable String winner,
    @Nullable String price,
    @Nullable String currency,
    @Nullable Instant closedAt,
    @Nullable Instant closesAt,
    Instant lastAt) {

  /** By what lists are ordered: the close, whether it was or is to come. */
  public Instant at() {
    if (closedAt != null) {
      return closedAt;
    }
    return closesAt != null ? closesAt : lastAt;
  }

  /**
   * Whether the id or the name contains a text.
   *
   * @param lowerCase the text, in lower case
   */
  public boolean contains(String lowerCase) {
    return slotId.toLowerCase(Locale.ROOT).contains(lowerCase)
        || (name != null && name.toLowerCase(Locale.ROOT).contains(lowerCase));
  }

  /** What both know; where they differ, the one that is further on is right. */
  public SlotSummary with(SlotSummary other) {
    SlotSummary ahead = other.state.compareTo(state) > 0 ? other : this;
    SlotSummary behind = ahead == this ? other : this;
    return new SlotSummary(
        slotId,
        ahead.name != null ? ahead.name : behind.name,
        ahead.state,
        more(ahead.received, behind.received),
        // Who is further on knows whether there is a winner at all.
        ahead.winner,
        ahead.price,
        ahead.currency,
        ahead.closedAt != null ? ahead.closedAt : behind.closedAt,
        ahead.closesAt != null ? ahead.closesAt : behind.closesAt,
        Instants.later(ahead.lastAt, behind.lastAt));
  }

  private static @Nullable Long more(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Long.valueOf(Math.max(one, other));
  }
}
