package io.quantedge.simulator.testing;

import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.BalanceRow;
import io.quantedge.simulator.domain.evidence.Truth.EntryRow;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Accounts, settlements and ledger of the exchange in memory. */
final class InMemoryTruth {
  private final Map<String, BalanceRow> balances = new LinkedHashMap<>();
  private final Set<UUID> fundings = new HashSet<>();
  private final Map<SlotId, String> states = new LinkedHashMap<>();
  private final List<SettlementRow> settlements = new ArrayList<>();
  private final List<EntryRow> entries = new ArrayList<>();

  void open(PlannedAccount account) {
    Money nothing = Money.ofUnits(0, account.creditLimit().currency());
    balances.putIfAbsent(
        account.accountId(), new BalanceRow(nothing, nothing, account.creditLimit()));
  }

  void fund(String accountId, UUID fundingId, Money amount) {
    if (fundings.add(fundingId)) {
      book(accountId, amount);
    }
  }

  void settle(AuctionOutcome outcome) {
    SlotId slotId = outcome.slot().slotId();
    states.put(slotId, outcome.candidates().isEmpty() ? Truth.UNSOLD : Truth.REJECTED);
    for (Candidate candidate : outcome.candidates()) {
      BalanceRow row = balances.get(candidate.bid().accountId().value());
      if (row != null
          && row.balance().plus(row.creditLimit()).compareTo(candidate.clearingPrice()) >= 0) {
        sell(outcome, candidate);
        return;
      }
    }
  }

  private void sell(AuctionOutcome outcome, Candidate candidate) {
    SlotId slotId = outcome.slot().slotId();
    UUID id = SettlementId.of(slotId).value();
    String buyer = candidate.bid().accountId().value();
    String publisher = outcome.slot().publisherId().value();
    Money price = candidate.clearingPrice();
    Money fee = Money.ofUnits(price.units() / 10, price.currency());
    Money net = price.minus(fee);
    states.put(slotId, Truth.SETTLED);
    settlements.add(
        new SettlementRow(
            id,
            slotId,
            buyer,
            publisher,
            candidate.bid().bidId().value(),
            candidate.rank(),
            candidate.bid().region().name(),
            candidate.bid().price(),
            price,
            fee,
            net));
    entries.add(new EntryRow(id, slotId, buyer, price.negated()));
    entries.add(new EntryRow(id, slotId, publisher, net));
    entries.add(new EntryRow(id, slotId, "exchange-fees", fee));
    book(buyer, price.negated());
  }

  int countFinal(Collection<SlotId> slotIds) {
    return (int) slotIds.stream().filter(states::containsKey).count();
  }

  Truth read(Collection<SlotId> slotIds, Collection<String> advertisers) {
    Map<SlotId, String> wanted = new LinkedHashMap<>(states);
    wanted.keySet().retainAll(slotIds);
    Map<String, BalanceRow> rows = new LinkedHashMap<>(balances);
    rows.keySet().retainAll(advertisers);
    return new Truth(wanted, settlements, entries, rows);
  }

  private void book(String accountId, Money amount) {
    balances.computeIfPresent(
        accountId,
        (id, row) ->
            new BalanceRow(
                row.balance().plus(amount), row.ledgerSum().plus(amount), row.creditLimit()));
  }
}
