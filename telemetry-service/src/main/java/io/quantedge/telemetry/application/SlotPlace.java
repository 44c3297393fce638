package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.SlotSummary;
import java.time.Instant;
import java.util.Comparator;

/** Where a slot stands in a list: the latest close first, then by id. */
public record SlotPlace(Instant at, String slotId) implements Comparable<SlotPlace> {
  private static final Comparator<SlotPlace> ORDER =
      Comparator.comparing(SlotPlace::at).reversed().thenComparing(SlotPlace::slotId);

  static SlotPlace of(SlotSummary slot) {
    return new SlotPlace(slot.at(), slot.slotId());
  }

  @Override
  public int compareTo(SlotPlace other) {
    return ORDER.compare(this, other);
  }
}
