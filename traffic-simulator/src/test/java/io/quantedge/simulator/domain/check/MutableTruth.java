package io.quantedge.simulator.domain.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.BalanceRow;
import io.quantedge.simulator.domain.evidence.Truth.EntryRow;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A copy of the truth store's content that a test may falsify. */
final class MutableTruth {
  final Map<SlotId, String> states;
  final List<SettlementRow> settlements;
  final List<EntryRow> entries;
  final Map<String, BalanceRow> balances;

  MutableTruth(Truth honest) {
    states = new HashMap<>(honest.states());
    settlements = new ArrayList<>(honest.settlements());
    entries = new ArrayList<>(honest.entries());
    balances = new HashMap<>(honest.balances());
  }

  SettlementRow of(SlotId slotId) {
    return settlements.stream()
        .filter(row -> row.slotId().equals(slotId))
        .findFirst()
        .orElseThrow();
  }

  SettlementRow moved(SlotId slotId) {
    return copy(
        of(ChecksGoRedTest.FOUR_REGIONS),
        slotId,
        1,
        of(ChecksGoRedTest.FOUR_REGIONS).buyerId(),
        54_000);
  }

  /** Changes a settlement; an empty buyer stays as it is. */
  void edit(SlotId slotId, int rank, String buyer, long units) {
    SettlementRow row = of(slotId);
    settlements.remove(row);
    settlements.add(copy(row, slotId, rank, buyer.isEmpty() ? row.buyerId() : buyer, units));
  }

  private static SettlementRow copy(
      SettlementRow row, SlotId slotId, int rank, String buyer, long units) {
    return new SettlementRow(
        row.settlementId(),
        slotId,
        buyer,
        row.publisherId(),
        row.bidId(),
        rank,
        row.region(),
        row.winningBid(),
        Money.ofUnits(units, "USD"),
        row.fee(),
        row.net());
  }

  /** As if everybody could have paid all along. */
  void enrich(SlotId slotId) {
    assertThat(of(slotId).candidateRank()).isGreaterThan(1);
    balances.replaceAll(
        (id, row) -> new BalanceRow(row.balance(), row.ledgerSum(), Money.of("1000000000", "USD")));
  }

  void rename(int entry, String account) {
    EntryRow row = entries.get(entry);
    entries.set(
        entry,
        new EntryRow(row.postingId(), row.slotId(), new AccountId(account).value(), row.amount()));
  }

  void rebalance(long balanceUnits, long ledgerUnits) {
    String account = balances.keySet().stream().sorted().collect(Collectors.toList()).getFirst();
    balances.computeIfPresent(
        account,
        (id, row) ->
            new BalanceRow(
                row.balance().plus(Money.ofUnits(balanceUnits, "USD")),
                row.ledgerSum().plus(Money.ofUnits(ledgerUnits, "USD")),
                row.creditLimit()));
  }
}
