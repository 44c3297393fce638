package io.quantedge.telemetry.domain;

import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.traffic.Tally;
import java.util.TreeMap;

/** A running sum of tallies from which a former tally can be taken back. Not thread-safe. */
final class TallyTotals {
  private long received;
  private long counted;
  private long duplicate;
  private final TreeMap<RejectionReason, Long> rejected = new TreeMap<>();

  /** Puts a slot's newer tally in place of its former one. */
  void replace(Tally former, Tally newer) {
    received += newer.received() - former.received();
    counted += newer.counted() - former.counted();
    duplicate += newer.duplicate() - former.duplicate();
    former.rejected().forEach((reason, count) -> rejected.merge(reason, -count, Long::sum));
    newer.rejected().forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
  }

  Tally sum() {
    TreeMap<RejectionReason, Long> reasons = new TreeMap<>(rejected);
    reasons.values().removeIf(count -> count == 0);
    return new Tally(received, counted, duplicate, reasons);
  }
}
