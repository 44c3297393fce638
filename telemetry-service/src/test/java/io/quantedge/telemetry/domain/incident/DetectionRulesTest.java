package io.quantedge.telemetry.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.domain.ConflictCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DetectionRulesTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Thresholds THRESHOLDS =
      new Thresholds(
          20,
          Duration.ofSeconds(30),
          1_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));

  private final DetectionRules rules = new DetectionRules(THRESHOLDS);
  private final Observations observations = new Observations(THRESHOLDS.longestWindow());

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private void conflicts(int second, long conflicts, long exhausted) {
    ConflictCounts counts = new ConflictCounts(conflicts, conflicts, 0, 0, exhausted, conflicts);
    TreeMap<String, ConflictCounts> byRegion = new TreeMap<>(Map.of("us-east-1", counts));
    observations.add(new Observation(at(second), byRegion, Map.of(), Optional.empty()));
  }

  private void bids(int second, Map<String, Long> received) {
    Map<SlotId, Long> bySlot = new HashMap<>();
    received.forEach((slot, count) -> bySlot.put(new SlotId(slot), count));
    observations.add(new Observation(at(second), new TreeMap<>(), bySlot, Optional.empty()));
  }

  private void waitingSince(int second, Optional<Instant> since) {
    observations.add(new Observation(at(second), new TreeMap<>(), Map.of(), since));
  }

  @Test
  void conflictsAtTheThresholdOverTheWindowAreAStorm() {
    conflicts(0, 5_000, 7);
    conflicts(30, 5_600, 7);

    assertThat(rules.signals(observations))
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.kind()).isEqualTo(IncidentKind.CONFLICT_STORM);
          assertThat(signal.subject()).isEqualTo("us-east-1");
          assertThat(signal.note()).contains("600 conflicted", "in 30 s", "20 a second");
          assertThat(signal.evidenceFrom()).isEqualTo(at(0));
        });
  }

  @Test
  void fewerConflictsAreNone() {
    conflicts(0, 5_000, 7);
    conflicts(30, 5_599, 7);

    assertThat(rules.signals(observations)).isEmpty();
  }

  @Test
  void oneOperationThatGaveUpWithinTheWindowIsAStormAndLaterIsNot() {
    conflicts(0, 10, 7);
    conflicts(30, 11, 8);
    assertThat(rules.signals(observations)).hasSize(1);

    conflicts(60, 11, 8);
    assertThat(rules.signals(observations)).isEmpty();
  }

  @Test
  void whatWasThereBeforeTheProcessWatchedIsNoNews() {
    conflicts(0, 1_000_000, 500);
    conflicts(20, 1_000_000, 500);

    assertThat(rules.signals(observations)).isEmpty();
  }

  @Test
  void aSlotWithSoManyBidsASecondIsHotAndItsNeighbourIsNot() {
    bids(0, Map.of("warm", 100L, "hot", 100L));
    bids(5, Map.of("warm", 5_000L, "hot", 5_000L));
    bids(10, Map.of("warm", 10_099L, "hot", 10_100L));

    assertThat(rules.signals(observations))
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.kind()).isEqualTo(IncidentKind.HOT_SLOT);
          assertThat(signal.subject()).isEqualTo("hot");
          assertThat(signal.note()).startsWith("1,000 bids a second over 10 s");
        });
  }

  @Test
  void aSlotThatOpenedWithinTheWindowCountsFromZero() {
    bids(0, Map.of());
    bids(10, Map.of("new", 10_000L));

    assertThat(rules.signals(observations)).extracting(Signal::subject).containsExactly("new");
  }

  @Test
  void manyHotSlotsAreNamedUpToALimitTheHottestFirst() {
    Map<String, Long> many = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      many.put("slot-%02d".formatted(i), 20_000L + i);
    }
    bids(0, Map.of());
    bids(10, many);

    assertThat(rules.signals(observations))
        .hasSize(DetectionRules.MAX_HOT_SLOTS)
        .first()
        .extracting(Signal::subject)
        .isEqualTo("slot-49");
  }

  @Test
  void anOutcomeThatWaitsTooLongIsSeenAtTheFirstLook() {
    waitingSince(0, Optional.of(at(-31)));

    assertThat(rules.signals(observations))
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.kind()).isEqualTo(IncidentKind.STALLED_SETTLEMENT);
          assertThat(signal.subject()).isEqualTo("settlement");
          // Whoever calls it resolved has a minute until it is back.
          assertThat(signal.evidenceFrom()).isEqualTo(at(-60));
        });
  }

  @Test
  void oneThatWaitsNoLongerThanAllowedIsNot() {
    waitingSince(0, Optional.of(at(-30)));
    assertThat(rules.signals(observations)).isEmpty();

    waitingSince(1, Optional.empty());
    assertThat(rules.signals(observations)).isEmpty();
  }

  @Test
  void deadLettersAndFailedChecksAreSignalsEach() {
    Signal letter = rules.deadLetter(new DeadLetter("slot-9", "cannot be read", at(3)));
    Signal check =
        rules.failedReconciliation(new FailedCheck("LEDGER_SUMS_TO_ZERO", "1 violations", at(3)));

    assertThat(letter)
        .isEqualTo(new Signal(IncidentKind.DEAD_LETTER, "slot-9", "cannot be read", at(3)));
    assertThat(check)
        .isEqualTo(
            new Signal(
                IncidentKind.FAILED_RECONCILIATION,
                "LEDGER_SUMS_TO_ZERO",
                "1 violations",
                at(-57)));
  }

  @Test
  void aClockThatIsSetBackAndALongRunDoNoHarm() {
    for (int second = 0; second < 10_000; second++) {
      conflicts(second, 1, 0);
    }
    conflicts(5, 1_000_000, 9);

    assertThat(rules.signals(observations)).isEmpty();
    assertThat(observations.ago(Duration.ofSeconds(30)))
        .get()
        .extracting(Observation::at)
        .isEqualTo(at(9_969));
  }
}
