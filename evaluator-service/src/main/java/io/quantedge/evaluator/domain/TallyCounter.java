package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.traffic.Tally;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the verdicts of bids before the marker; {@link Tally} checks that they add up. */
final class TallyCounter {
  private final Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
  private long received;
  private long counted;
  private long duplicate;

  TallyCounter() {}

  /** Goes on counting from there. */
  TallyCounter(Tally tally) {
    rejected.putAll(tally.rejected());
    received = tally.received();
    counted = tally.counted();
    duplicate = tally.duplicate();
  }

  void add(Verdict verdict) {
    received++;
    switch (verdict) {
      case Verdict.Counted ignored -> counted++;
      case Verdict.Duplicate ignored -> duplicate++;
      case Verdict.Rejected(RejectionReason reason) -> rejected.merge(reason, 1L, Long::sum);
      case Verdict.Late ignored ->
          throw new IllegalArgumentException("a late bid is no part of the tally");
    }
  }

  Tally toTally() {
    return new Tally(received, counted, duplicate, new TreeMap<>(rejected));
  }
}
