package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one slot.
 *
 * @param log empty if the log has no record of it
 * @param outcomes those announced, equal ones once
 */
public record SlotEvidence(
    SlotId slotId,
    Optional<LoggedSlot> log,
    StoreEvidence store,
    List<AuctionOutcome> outcomes,
    Optional<SettledSlot> settled) {
  public SlotEvidence {
    outcomes = List.copyOf(outcomes);
  }

  /** Without what was decided after the audit began. */
  SlotEvidence within(AuditFrame frame) {
    return new SlotEvidence(
        slotId,
        log,
        store,
        outcomes.stream()
            .filter(outcome -> isWithin(frame, outcome.partition(), outcome.closeOffset()))
            .toList(),
        settled.filter(row -> isWithin(frame, row.place().partition(), row.place().closeOffset())));
  }

  /** A partition that does not exist is within: it must be noticed. */
  private static boolean isWithin(AuditFrame frame, int partition, long closeOffset) {
    return !frame.partitions().containsKey(partition) || closeOffset < frame.range(partition).end();
  }
}
