package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.BidRow;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** The bids in the bid store. Every operation can be repeated without harm. Thread-safe. */
public interface BidStore {
  /**
   * Writes bids, over whatever stands there: only for bids that are known to be the first of their
   * id. Fails if one of them could not be written; some may be then.
   */
  Uni<Void> putAll(List<BidRow> bids);

  /**
   * Writes a bid if no bid of the slot has its id yet, whatever the region.
   *
   * @param shards all of the slot's shards in which a bid of this id may stand
   * @return whether it was written; false if a bid of that id stands there already
   */
  Uni<Boolean> putIfFirst(BidRow bid, Set<Integer> shards);
}
