package io.quantedge.telemetry.http;

import io.quantedge.telemetry.application.SlotSearch;
import io.quantedge.telemetry.domain.SlotState;
import io.quantedge.telemetry.domain.SlotSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of slots, the latest close first.
 *
 * @param next handed back as {@code after}; null on the last page
 * @param notes what may be missing, and why
 */
record SlotPageView(List<SlotLine> slots, @Nullable String next, List<String> notes) {

  /** What is not known, or not so, is null. */
  record SlotLine(
      String slotId,
      @Nullable String name,
      SlotState state,
      @Nullable Long received,
      @Nullable String winner,
      @Nullable String price,
      @Nullable String currency,
      @Nullable Instant closedAt,
      @Nullable Instant closesAt) {
    static SlotLine of(SlotSummary slot) {
      return new SlotLine(
          slot.slotId(),
          slot.name(),
          slot.state(),
          slot.received(),
          slot.winner(),
          slot.price(),
          slot.currency(),
          slot.closedAt(),
          slot.closesAt());
    }
  }

  static SlotPageView of(SlotSearch.Page page) {
    return new SlotPageView(
        page.slots().stream().map(SlotLine::of).toList(),
        page.next().map(SlotCursor::of).orElse(null),
        page.notes());
  }
}
