package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.domain.check.Oracle.Expected;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.BalanceRow;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The truth store's settlements against the oracle. */
public final class SettlementChecks {
  private final Scenario scenario;
  private final Verdicts verdicts;
  private final Truth truth;
  private final Map<SlotId, List<SettlementRow>> bySlot;

  public SettlementChecks(Scenario scenario, Verdicts verdicts, Truth truth) {
    this.scenario = scenario;
    this.verdicts = verdicts;
    this.truth = truth;
    this.bySlot =
        truth.settlements().stream().collect(Collectors.groupingBy(SettlementRow::slotId));
  }

  public List<Check> all() {
    return List.of(onePerAwardedSlot(), nonePerUnsoldSlot(), rightBuyers());
  }

  /** An awarded slot whose candidates all could not pay is rejected, and has none. */
  private Check onePerAwardedSlot() {
    Audit audit = new Audit("one settlement per awarded slot");
    for (PlannedSlot slot : scenario.slots()) {
      SlotId slotId = slot.slotId();
      if (!verdicts.candidates(slotId).isEmpty() && !isRejectedRightly(slotId)) {
        int found = settlements(slotId).size();
        boolean settled = Truth.SETTLED.equals(truth.states().get(slotId));
        audit.judge(
            found == 1 && settled,
            () ->
                "%s is %s with %d settlements"
                    .formatted(slotId, truth.states().getOrDefault(slotId, "undecided"), found));
      }
    }
    return audit.toCheck();
  }

  private Check nonePerUnsoldSlot() {
    Audit audit = new Audit("no settlement for a slot that nobody bought");
    for (PlannedSlot slot : scenario.slots()) {
      SlotId slotId = slot.slotId();
      boolean unsold = verdicts.candidates(slotId).isEmpty();
      if (unsold || isRejectedRightly(slotId)) {
        String expected = unsold ? Truth.UNSOLD : Truth.REJECTED;
        audit.judge(
            settlements(slotId).isEmpty() && expected.equals(truth.states().get(slotId)),
            () ->
                "%s must be %s; it is %s with %d settlements"
                    .formatted(
                        slotId,
                        expected,
                        truth.states().getOrDefault(slotId, "undecided"),
                        settlements(slotId).size()));
      }
    }
    return audit.toCheck();
  }

  private Check rightBuyers() {
    Audit audit = new Audit("each slot went to its best candidate able to pay");
    for (SettlementRow row : truth.settlements()) {
      audit.judge(faultOf(row).map(fault -> row.slotId() + ": " + fault));
    }
    return audit.toCheck();
  }

  private Optional<String> faultOf(SettlementRow row) {
    List<Expected> candidates = verdicts.candidates(row.slotId());
    if (row.candidateRank() < 1 || row.candidateRank() > candidates.size()) {
      return Optional.of("there is no candidate of rank " + row.candidateRank());
    }
    Expected expected = candidates.get(row.candidateRank() - 1);
    boolean right =
        row.settlementId().equals(SettlementId.of(row.slotId()).value())
            && row.buyerId().equals(expected.offer().accountId())
            && row.bidId().toString().equals(expected.offer().bidId())
            && is(expected.offer().units(), row.winningBid().units())
            && is(expected.priceUnits(), row.price().units());
    if (!right) {
      return Optional.of(
          "must be %s, is %s for %s".formatted(expected, row.buyerId(), row.price()));
    }
    return candidates.stream()
        .limit(row.candidateRank() - 1L)
        .filter(passedOver -> !couldNotPay(passedOver))
        .findFirst()
        .map(passedOver -> passedOver.offer().accountId() + " was passed over and could pay");
  }

  private boolean isRejectedRightly(SlotId slotId) {
    return Truth.REJECTED.equals(truth.states().get(slotId))
        && verdicts.candidates(slotId).stream().allMatch(this::couldNotPay);
  }

  /**
   * During a run balances only fall. So whoever could not pay at the time still cannot pay now; if
   * it can, it was passed over wrongly.
   */
  private boolean couldNotPay(Expected candidate) {
    BalanceRow row = truth.balances().get(candidate.offer().accountId());
    if (row == null) {
      return true;
    }
    BigInteger left =
        BigInteger.valueOf(row.balance().units())
            .add(BigInteger.valueOf(row.creditLimit().units()));
    return left.compareTo(candidate.priceUnits()) < 0;
  }

  private List<SettlementRow> settlements(SlotId slotId) {
    return bySlot.getOrDefault(slotId, List.of());
  }

  private static boolean is(BigInteger expected, long units) {
    return expected.equals(BigInteger.valueOf(units));
  }
}
