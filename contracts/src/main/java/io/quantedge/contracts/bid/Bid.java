package io.quantedge.contracts.bid;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;

/**
 * A binding offer for a slot, as it stands in the auction log.
 *
 * @param bidId the bidder's idempotency key
 * @param price what the account offers; positive
 * @param latencyMs how long the bid travelled, as the bidder measured it, 0 to 600,000 ms
 * @param acceptedAt when the exchange took it; stamped once, in whole microseconds
 */
public record Bid(
    BidId bidId,
    SlotId slotId,
    AccountId accountId,
    Region region,
    Money price,
    int latencyMs,
    QualityScore qualityScore,
    Instant acceptedAt) {
  public static final int MAX_LATENCY_MS = 600_000;

  public Bid {
    if (!price.isPositive()) {
      throw new IllegalArgumentException("amount must be above zero; it was " + price.amount());
    }
    if (latencyMs < 0 || latencyMs > MAX_LATENCY_MS) {
      throw new IllegalArgumentException(
          "latencyMs must be 0 to " + MAX_LATENCY_MS + "; it was " + latencyMs);
    }
    Instants.requireTradable("acceptedAt", acceptedAt);
    if (acceptedAt.getNano() % 1_000 != 0) {
      throw new IllegalArgumentException(
          "acceptedAt must be in whole microseconds; it was " + acceptedAt);
    }
  }
}
