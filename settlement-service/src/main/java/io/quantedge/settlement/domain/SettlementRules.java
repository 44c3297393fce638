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
   * A publisher that is not known (yet) is paid all the same: a credit needs nobody's consent and
   * meets no limit, and refusing it would punish the buyer for somebody else's paperwork. Its
   * entries wait for it. One that is known must be one, and trade in the slot's currency.
   *
   * @param buyers what is known of the accounts of the candidates and of the publisher; an account
   *     that is absent is unknown
   * @throws UnsettleableOutcomeException if the outcome can never be settled as it is
   */
  public SettlementDecision decide(AuctionOutcome outcome, Map<AccountId, Buyer> buyers) {
    if (outcome.candidates().isEmpty()) {
      return new SettlementDecision.Unsold();
    }
    Seller seller = Seller.of(outcome.slot(), buyers);
    requireOneCurrency(outcome);
    if (!seller.takes(outcome.slot().currency())) {
      return new SettlementDecision.Reject(seller.refusals(outcome.candidates()));
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

  private static void requireOneCurrency(AuctionOutcome outcome) {
    String currency = outcome.slot().currency();
    for (Candidate candidate : outcome.candidates()) {
      if (!candidate.clearingPrice().currency().equals(currency)) {
        throw new UnsettleableOutcomeException(
            "slot "
                + outcome.slot().slotId()
                + " is sold in "
                + currency
                + ", and candidate "
                + candidate.rank()
                + " would pay "
                + candidate.clearingPrice());
      }
    }
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
