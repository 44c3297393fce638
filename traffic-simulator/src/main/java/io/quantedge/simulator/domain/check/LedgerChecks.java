package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.EntryRow;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where the money went: the ledger, and the balances that must agree with it. */
public final class LedgerChecks {
  private static final String FEE_ACCOUNT = "exchange-fees";

  private final Scenario scenario;
  private final Truth truth;

  public LedgerChecks(Scenario scenario, Truth truth) {
    this.scenario = scenario;
    this.truth = truth;
  }

  public List<Check> all() {
    return List.of(zeroSums(), rightEntries(), balances(), limits());
  }

  private Check zeroSums() {
    Audit audit = new Audit("each settlement's ledger entries sum to zero");
    Map<UUID, BigDecimal> sums = new HashMap<>();
    truth
        .entries()
        .forEach(
            entry -> sums.merge(entry.postingId(), entry.amount().toDecimal(), BigDecimal::add));
    for (SettlementRow row : truth.settlements()) {
      BigDecimal sum = sums.remove(row.settlementId());
      audit.judge(
          sum != null && sum.signum() == 0,
          () ->
              "%s: %s".formatted(row.slotId(), sum == null ? "no entries" : "they sum to " + sum));
    }
    sums.keySet().forEach(posting -> audit.fault("no settlement " + posting + " for entries"));
    return audit.toCheck();
  }

  /** Advertiser −price, publisher +net, house +fee, and price = net + fee. */
  private Check rightEntries() {
    Audit audit = new Audit("buyer, publisher and house got their amounts");
    Map<UUID, List<EntryRow>> byPosting =
        truth.entries().stream().collect(Collectors.groupingBy(EntryRow::postingId));
    for (SettlementRow row : truth.settlements()) {
      Map<String, Money> expected =
          Map.of(
              row.buyerId(),
              row.price().negated(),
              row.publisherId(),
              row.net(),
              FEE_ACCOUNT,
              row.fee());
      List<EntryRow> entries = byPosting.getOrDefault(row.settlementId(), List.of());
      boolean right =
          entries.size() == expected.size()
              && entries.stream().allMatch(e -> e.amount().equals(expected.get(e.accountId())))
              && entries.stream().map(EntryRow::accountId).distinct().count() == expected.size()
              && row.price().equals(row.net().plus(row.fee()));
      audit.judge(right, () -> "%s: must be %s, is %s".formatted(row.slotId(), expected, entries));
    }
    return audit.toCheck();
  }

  private Check balances() {
    return judgeAdvertisers(
        "balances equal the fold over the ledger", row -> row.balance().equals(row.ledgerSum()));
  }

  private Check limits() {
    return judgeAdvertisers(
        "no advertiser is below its limit",
        row -> row.balance().compareTo(row.creditLimit().negated()) >= 0);
  }

  private Check judgeAdvertisers(String name, Predicate<Truth.BalanceRow> isRight) {
    Audit audit = new Audit(name);
    for (PlannedAccount account : scenario.accounts()) {
      if (account.type() == PlannedAccount.Type.ADVERTISER) {
        Truth.BalanceRow row = truth.balances().get(account.accountId());
        audit.judge(
            row != null && isRight.test(row),
            () -> "%s: %s".formatted(account.accountId(), row == null ? "has no balance" : row));
      }
    }
    return audit.toCheck();
  }
}
