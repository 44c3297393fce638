package io.quantedge.ingest.application;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import java.util.Optional;

/**
 * The bids that this node has taken lately, so that a repeat gets the first one's answer and costs
 * the log nothing. Only a help: it is bounded, ends with the process and knows no other node's
 * bids; the fold of the log is what makes a repeat count once. Thread-safe.
 */
public interface RecentBids {
  /** What stands under this id. */
  Optional<Placement> find(SlotId slotId, BidId bidId);

  /**
   * Remembers a bid unless its id is known.
   *
   * @return what is remembered now: this very placement if it is the first
   */
  Placement remember(Placement placement);

  /** Forgets a bid, so that it may be sent again; without effect if another one stands there. */
  void forget(Placement placement);
}
