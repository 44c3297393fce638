package io.quantedge.simulator.traffic;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What traffic has come to. {@code bidsSent = acknowledged + refused + unanswered} plus those under
 * way.
 *
 * @param bidsSent bids of which at least one request was sent
 * @param bidsRefused bids that the exchange will not take, for the reasons in {@code refusedByCode}
 * @param bidsUnanswered bids without an answer when patience, the auction or the run ended
 * @param bidsLeftOut bids of the plan that were never sent: their auction could not be opened, or
 *     the exchange was too slow for the rate
 * @param requestsPutOff requests that were answered 429 or 503, or not at all
 * @param slotsClosed auctions whose closing time has passed by the clock
 * @param lastProblem a sentence about what went wrong last; empty if nothing did
 */
public record TrafficCounts(
    State state,
    long bidsSent,
    long bidsAcknowledged,
    long bidsRefused,
    long bidsUnanswered,
    long bidsLeftOut,
    long requestsPutOff,
    long slotsOpened,
    long slotsClosed,
    SortedMap<String, Long> refusedByCode,
    Optional<String> lastProblem) {

  /** How far a run is. */
  public enum State {
    /** Accounts are opened. */
    STARTING,
    /** Bids are sent. */
    RUNNING,
    /** No more bids are sent; answers are waited for, and for the last auctions to close. */
    STOPPING,
    /** Nothing happens any more. */
    ENDED
  }

  /** Whether every bid that was sent got its answer. */
  public boolean nothingLost() {
    return bidsAcknowledged == bidsSent - bidsRefused;
  }
}
