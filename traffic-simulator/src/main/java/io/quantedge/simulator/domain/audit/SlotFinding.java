package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.id.SlotId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the audit of one slot found.
 *
 * @param remarks what somebody should know besides, and what could not be compared
 */
public record SlotFinding(
    SlotId slotId, Status status, Set<Remark> remarks, List<Difference> differences) {
  public SlotFinding {
    EnumSet<Remark> copy = EnumSet.noneOf(Remark.class);
    copy.addAll(remarks);
    remarks = Collections.unmodifiableSet(copy);
    differences = List.copyOf(differences);
  }

  /** How far a slot is, and whether what there is agrees. */
  public enum Status {
    /** All sources say the same. */
    AGREES,
    /** Two sources contradict each other, or something is missing for too long. */
    DIFFERS,
    /** The auction is not decided yet. */
    OPEN,
    /** The auction is closed; its outcome was not announced yet. */
    AWAITS_OUTCOME,
    /** The outcome was announced; it is not settled yet. */
    AWAITS_SETTLEMENT
  }

  /** What is no difference and worth telling. */
  public enum Remark {
    /** The bids have expired in the bid store, as they should: it was not compared. */
    BIDS_EXPIRED,
    /** The log does not reach back to the slot's opening any more: it was not compared. */
    LOG_EXPIRED,
    /** The sale was undone later. */
    VOIDED,
    /** Those ranked better could not pay. */
    SOLD_TO_ANOTHER_CANDIDATE,
    /** No candidate could pay. */
    REJECTED
  }
}
