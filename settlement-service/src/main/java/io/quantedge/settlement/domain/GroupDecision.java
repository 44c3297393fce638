package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of several slots that are settled together. The outcomes are decided one after the
 * other, each with what the ones before it have left of the buyers' balances, so that a group means
 * the same as its outcomes alone in that order. Immutable.
 *
 * @param decisions in the order of the outcomes
 * @param changes each balance that changes, once
 */
public record GroupDecision(List<SettlementDecision> decisions, List<BalanceChange> changes) {
  public GroupDecision {
    decisions = List.copyOf(decisions);
    changes = List.copyOf(changes);
  }

  /**
   * A buyer's balance before and after the whole group.
   *
   * @param read as the attempt read it: whoever changed it since then wins, and the attempt is made
   *     again
   */
  public record BalanceChange(Buyer read, Money after) {}

  /**
   * @param buyers what was read of the candidates' accounts; an account that is absent is unknown
   */
  public static GroupDecision of(
      List<AuctionOutcome> outcomes, Map<AccountId, Buyer> buyers, SettlementRules rules) {
    Map<AccountId, Buyer> left = new HashMap<>(buyers);
    Map<AccountId, BalanceChange> changes = new LinkedHashMap<>();
    List<SettlementDecision> decisions = new ArrayList<>();
    for (AuctionOutcome outcome : outcomes) {
      SettlementDecision decision = rules.decide(outcome, left);
      decisions.add(decision);
      if (decision instanceof SettlementDecision.Settle settle) {
        Buyer buyer = settle.buyer();
        AccountId accountId = buyer.account().accountId();
        Money after = settle.balanceAfter();
        left.put(accountId, new Buyer(buyer.account(), after, buyer.version()));
        changes.merge(
            accountId,
            new BalanceChange(buyer, after),
            (first, last) -> new BalanceChange(first.read(), last.after()));
      }
    }
    requireBalancesToAgree(decisions, changes.values());
    return new GroupDecision(decisions, List.copyOf(changes.values()));
  }

  /** What the balances lose is what the prices add up to; else nothing of it may be written. */
  private static void requireBalancesToAgree(
      List<SettlementDecision> decisions, Collection<BalanceChange> changes) {
    long prices = 0;
    for (SettlementDecision decision : decisions) {
      if (decision instanceof SettlementDecision.Settle settle) {
        prices = Math.addExact(prices, settle.price().units());
      }
    }
    long paid = 0;
    for (BalanceChange change : changes) {
      paid = Math.addExact(paid, change.read().balance().minus(change.after()).units());
    }
    if (prices != paid) {
      throw new IllegalStateException(
          "a group's balances lose " + paid + " units and its prices are " + prices);
    }
  }
}
