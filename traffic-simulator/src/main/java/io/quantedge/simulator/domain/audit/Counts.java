package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.traffic.Tally;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Bids and what became of them. Not thread-safe. */
final class Counts {
  private long counted;
  private long duplicate;
  private final Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);

  static Counts of(Tally tally) {
    Counts counts = new Counts();
    counts.counted = tally.counted();
    counts.duplicate = tally.duplicate();
    counts.rejected.putAll(tally.rejected());
    return counts;
  }

  void addCounted() {
    counted++;
  }

  void addDuplicate() {
    duplicate++;
  }

  void addRejected(RejectionReason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }

  long received() {
    return counted + duplicate + rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  long counted() {
    return counted;
  }

  long duplicate() {
    return duplicate;
  }

  long rejected(RejectionReason reason) {
    return rejected.getOrDefault(reason, 0L);
  }

  @Override
  public String toString() {
    String reasons =
        rejected.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining());
    return "%d received, %d counted, %d duplicate%s"
        .formatted(received(), counted, duplicate, reasons);
  }
}
