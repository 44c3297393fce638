package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;

/** A well-formed bid that is not accepted yet: it has no acceptance time. */
public record Offer(
    BidId bidId,
    SlotId slotId,
    AccountId accountId,
    Region region,
    Money price,
    int latencyMs,
    QualityScore qualityScore) {

  /** The bid that this offer becomes when it is accepted at {@code instant}. */
  public Bid acceptedAt(Instant instant) {
    return new Bid(bidId, slotId, accountId, region, price, latencyMs, qualityScore, instant);
  }
}
