package io.quantedge.simulator.domain.scenario;

import java.util.List;

/**
 * Everything a run will do and what must come of it, known before it starts. Immutable.
 *
 * @param runId see {@link RunIds}
 * @param bids all requests in the order in which they are sent
 * @param lateFrom index of the first bid that is sent only after its slot was closed; the number of
 *     bids if there is none
 * @param order how the bids before {@code lateFrom} may overtake each other
 * @param expectation what is known of the result beforehand
 */
public record Scenario(
    String command,
    String runId,
    long seed,
    List<PlannedAccount> accounts,
    List<PlannedSlot> slots,
    List<PlannedBid> bids,
    int lateFrom,
    Order order,
    Expectation expectation) {
  public Scenario {
    accounts = List.copyOf(accounts);
    slots = List.copyOf(slots);
    bids = List.copyOf(bids);
    if (lateFrom < 0 || lateFrom > bids.size()) {
      throw new IllegalArgumentException(
          "lateFrom must be 0 to " + bids.size() + "; it was " + lateFrom);
    }
  }

  /** How bids may overtake each other on their way. */
  public enum Order {
    /** Many bids of a slot are under way at once. */
    FREE,
    /** A slot's next bid is sent when the one before it has been answered. */
    IN_TURN_PER_SLOT
  }
}
