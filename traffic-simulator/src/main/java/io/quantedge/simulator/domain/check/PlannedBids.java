package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the planned bid that a record of the log was made of. A sorted list and not a map, because
 * a run may have a million bids. Immutable.
 */
public final class PlannedBids {
  private final List<PlannedBid> byId;

  public PlannedBids(List<PlannedBid> bids) {
    byId = bids.stream().sorted(Comparator.comparing(PlannedBid::bidId)).toList();
  }

  /** A planned bid that says just the same, if there is one. */
  Optional<PlannedBid> saying(Bid logged) {
    UUID id = logged.bidId().value();
    for (int i = firstWith(id); i < byId.size() && byId.get(i).bidId().equals(id); i++) {
      if (byId.get(i).saysTheSameAs(logged)) {
        return Optional.of(byId.get(i));
      }
    }
    return Optional.empty();
  }

  private int firstWith(UUID id) {
    int low = 0;
    int high = byId.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byId.get(middle).bidId().compareTo(id) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
