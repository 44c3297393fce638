package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who buys a slot and what everybody gets: the winner if it can pay, else the next
 * candidate at its own price. A pure function of what was read, so an attempt that is made again
 * from its reads decides afresh. Thread-safe.
 *
 * @param feeRate the exchange's share of each price
 */
public record SettlementRules(FeeRate feeRate) {

  /**
   * @param buyers what is known of the candidates' accounts; an account that is absent is unknown
   */
  public SettlementDecision decide(AuctionOutcome outcome, Map<AccountId, Buyer> buyers) {
    if (outcome.candidates().isEmpty()) {
      return new SettlementDecision.Unsold();
    }
    List<Refusal> refusals = new ArrayList<>();
    for (Candidate candidate : outcome.candidates()) {
      AccountId accountId = candidate.bid().accountId();
      Buyer buyer = buyers.get(accountId);
      Optional<RefusalReason> refusal =
          buyer == null
              ? Optional.of(RefusalReason.ACCOUNT_UNKNOWN)
              : buyer.refusalOf(candidate.clearingPrice());
      if (buyer != null && refusal.isEmpty()) {
        return sale(outcome, candidate, buyer, refusals);
      }
      refusal.ifPresent(reason -> refusals.add(new Refusal(candidate.rank(), accountId, reason)));
    }
    return new SettlementDecision.Reject(refusals);
  }

  private SettlementDecision.Settle sale(
      AuctionOutcome outcome, Candidate candidate, Buyer buyer, List<Refusal> refusals) {
    Money price = candidate.clearingPrice();
    Money fee = feeRate.feeOf(price);
    Money net = price.minus(fee);
    Posting posting =
        Posting.ofSale(
            outcome.slot().slotId(),
            candidate.bid().accountId(),
            outcome.slot().publisherId(),
            net,
            fee);
    return new SettlementDecision.Settle(candidate, buyer, price, fee, net, posting, refusals);
  }
}
