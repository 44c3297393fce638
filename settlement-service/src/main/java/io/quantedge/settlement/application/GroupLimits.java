package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many of the outcomes that wait may share one SQL transaction. Immutable.
 *
 * @param maxOutcomes 1 or more
 * @param maxRows rows that a group may write, by the most that each outcome can need; Aurora DSQL
 *     takes 3,000 in one SQL transaction. A single outcome is a group whatever it needs
 */
public record GroupLimits(int maxOutcomes, int maxRows) {
  /** The slot, four events, the settlement, three ledger entries, the buyer's balance. */
  private static final int ROWS_BESIDE_CANDIDATES = 10;

  public GroupLimits {
    if (maxOutcomes < 1 || maxRows < 1) {
      throw new IllegalArgumentException(
          "a group needs room for 1 outcome or more; it was "
              + maxOutcomes
              + " outcomes, "
              + maxRows
              + " rows");
    }
  }

  /**
   * The outcomes to begin with, in their order: as many as fit, and no slot twice, for two outcomes
   * of one slot must be judged one after the other.
   *
   * @param waiting at least one
   */
  public List<AuctionOutcome> first(Iterable<AuctionOutcome> waiting) {
    List<AuctionOutcome> group = new ArrayList<>();
    Set<SlotId> slots = new HashSet<>();
    int rows = 0;
    for (AuctionOutcome outcome : waiting) {
      rows += rowsOf(outcome);
      boolean full = group.size() == maxOutcomes || rows > maxRows && !group.isEmpty();
      if (full || !slots.add(outcome.slot().slotId())) {
        break;
      }
      group.add(outcome);
    }
    return group;
  }

  /** The most rows that settling this outcome writes. */
  public static int rowsOf(AuctionOutcome outcome) {
    return ROWS_BESIDE_CANDIDATES + outcome.candidates().size();
  }
}
