package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.domain.Overview.Check;
import io.quantedge.telemetry.domain.TruthReading.Books;
import io.quantedge.telemetry.fixture.RandomExchange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
  private static final Instant NOW = Folding.START.plusSeconds(3_600);

  private final ExchangeFold fold =
      Folding.fold(
          new RandomExchange(5, Folding.START)
              .slots(10).stream().flatMap(story -> story.events().stream()).toList(),
          Folding.AMPLE);

  private Check check(String name, TruthReading truth) {
    return Folding.overview(fold, truth).reconciliation().checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Check check(String name) {
    return check(name, TruthReading.NOT_ASKED);
  }

  private static Books books(String usd, long unequal) {
    return new Books(
        Folding.START,
        new TreeMap<>(Map.of("USD", new BigDecimal(usd), "EUR", new BigDecimal("0.0000"))),
        30,
        10,
        4,
        unequal,
        1,
        2);
  }

  @Test
  void bidsAddUpUnlessARegionIsMissing() {
    assertThat(check("BIDS_ADD_UP").holds()).isTrue();

    fold.apply(
        new TrafficStats(
            new SlotId("odd"),
            0,
            1,
            new Tally(10, 10, 0, new TreeMap<>()),
            new TreeMap<>(Map.of(new Region("eu-west-1"), new Tally(7, 7, 0, new TreeMap<>()))),
            0,
            false,
            Folding.START));

    Check check = check("BIDS_ADD_UP");
    assertThat(check.holds()).isFalse();
    assertThat(check.difference()).isEqualTo("-3");
  }

  @Test
  void outcomesAddUpUnlessASettlementHasNone() {
    assertThat(check("OUTCOMES_ADD_UP").holds()).isTrue();

    fold.apply(settledAt(NOW.minusSeconds(60)));

    Check check = check("OUTCOMES_ADD_UP");
    assertThat(check.holds()).isFalse();
    assertThat(check.difference()).isEqualTo("-1");
  }

  @Test
  void aSettlementOfAMomentAgoMayBeReadBeforeItsOutcome() {
    fold.apply(settledAt(NOW.minusSeconds(1)));

    Check check = check("OUTCOMES_ADD_UP");
    assertThat(check.holds()).isNull();
    assertThat(check.why()).contains("a moment ago");
  }

  @Test
  void whileTheOldestAreNotKnownADifferenceProvesNothing() {
    fold.apply(settledAt(NOW.minusSeconds(60)));
    Provenance cut = new Provenance(new TreeMap<>(), List.of(), List.of("The oldest."), false);
    Surroundings around =
        new Surroundings(new Series(12).window(), new TreeMap<>(), cut, TruthReading.NOT_ASKED, 10);

    Overview overview = fold.overview(around, NOW);

    assertThat(overview.reconciliation().checks().get(1).holds()).isNull();
    assertThat(overview.coverage().exact()).isFalse();
  }

  private static SettlementEvent settledAt(Instant at) {
    return new SettlementEvent.Unsold(new SlotId("orphan"), at, at);
  }

  @Test
  void theLedgerMustSumToZeroInEachCurrency() {
    assertThat(check("LEDGER_SUMS_TO_ZERO", TruthReading.of(books("0.0000", 0))).holds()).isTrue();

    Check check = check("LEDGER_SUMS_TO_ZERO", TruthReading.of(books("0.0001", 0)));

    assertThat(check.holds()).isFalse();
    assertThat(check.left()).isEqualTo("0.0000 EUR, 0.0001 USD");
    assertThat(check.difference()).isEqualTo("0.0001");
  }

  @Test
  void everyBalanceMustBeTheSumOfItsEntries() {
    String name = "BALANCES_ARE_SUMS_OF_ENTRIES";
    assertThat(check(name, TruthReading.of(books("0", 0))).holds()).isTrue();

    Check check = check(name, TruthReading.of(books("0", 1)));

    assertThat(check.holds()).isFalse();
    assertThat(check.left()).isEqualTo("4");
    assertThat(check.right()).isEqualTo("3");
  }

  @Test
  void whileTheStoreIsAwayNothingIsClaimedAndTheLastAnswerHasItsAge() {
    TruthReading away = TruthReading.of(books("0", 0)).failed("the truth store does not answer");

    Check check = check("LEDGER_SUMS_TO_ZERO", away);
    Overview.Ledger ledger = Folding.overview(fold, away).ledger();

    assertThat(check.holds()).isNull();
    assertThat(check.checkedAt()).isEqualTo(Folding.START);
    assertThat(check.why()).contains("it held").contains("does not answer");
    assertThat(ledger.entries()).isEqualTo(30);
    assertThat(ledger.evidence().ageSeconds()).isEqualTo(3_600.0);
  }

  @Test
  void aStoreThatNeverAnsweredIsNotKnown() {
    Check check = check("LEDGER_SUMS_TO_ZERO");
    Overview.Ledger ledger = Folding.overview(fold).ledger();

    assertThat(check.holds()).isNull();
    assertThat(check.checkedAt()).isNull();
    assertThat(Optional.ofNullable(ledger.entries())).isEmpty();
  }
}
