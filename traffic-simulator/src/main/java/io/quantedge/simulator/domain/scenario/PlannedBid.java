package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.bid.Bid;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * One request to send. Plain values and not the types of the contract, because some bids are
 * invalid on purpose; texts are shared between bids, so that a million of them fit in memory.
 *
 * @param amountUnits ten-thousandths; zero in some invalid bids
 * @param qualityTenThousandths 1 to 10,000
 */
public record PlannedBid(
    UUID bidId,
    String slotId,
    String accountId,
    String region,
    long amountUnits,
    String currency,
    int latencyMs,
    int qualityTenThousandths,
    BidPurpose purpose) {

  /** The amount as the text that is sent. */
  public String amount() {
    return BigDecimal.valueOf(amountUnits, 4).toPlainString();
  }

  /** The quality score as the number that is sent. */
  public BigDecimal quality() {
    return BigDecimal.valueOf(qualityTenThousandths, 4);
  }

  /** Whether the log's bid says what this one says; its acceptance time is the exchange's own. */
  public boolean saysTheSameAs(Bid logged) {
    return bidId.equals(logged.bidId().value())
        && slotId.equals(logged.slotId().value())
        && accountId.equals(logged.accountId().value())
        && region.equals(logged.region().name())
        && amountUnits == logged.price().units()
        && currency.equals(logged.price().currency())
        && latencyMs == logged.latencyMs()
        && qualityTenThousandths == logged.qualityScore().tenThousandths();
  }
}
