package io.quantedge.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.domain.SlotRequest.Refusal;
import io.quantedge.settlement.domain.SlotRequest.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotHistoryProperties {
  private static final SlotId SLOT = new SlotId("slot-1");
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final SlotRequest REQUEST = new SlotRequest(UUID.randomUUID(), "never shown");

  /** The oracle: every way that a slot can go, written down. */
  private static final Set<String> LEGAL =
      Set.of(
          "OPEN",
          "OPEN CLOSED",
          "OPEN CLOSED UNSOLD",
          "OPEN CLOSED AWARDED",
          "OPEN CLOSED AWARDED REJECTED",
          "OPEN CLOSED AWARDED SETTLED",
          "OPEN CLOSED AWARDED SETTLED DISPUTED",
          "OPEN CLOSED AWARDED SETTLED VOIDED",
          "OPEN CLOSED AWARDED SETTLED DISPUTED VOIDED");

  @ParameterizedTest
  @ValueSource(longs = {7, 20260303, 5555555})
  void aHistoryIsReadOnlyIfItsEventsAreInALegalOrder(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 20_000; run++) {
      List<SlotStage> stages = randomWalk(random);
      String path = stages.stream().map(Enum::name).collect(Collectors.joining(" "));
      String description = "seed " + seed + " run " + run + ": " + path;

      if (LEGAL.contains(path)) {
        assertThat(history(stages).stage()).as(description).isEqualTo(stages.getLast());
      } else {
        assertThatThrownBy(() -> history(stages))
            .as(description)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("slot-1");
      }
    }
  }

  @Test
  void everyLegalWayIsReadAndWhatHappenedByThenIsABeginningOfIt() {
    for (String path : LEGAL) {
      SlotHistory history = history(stages(path));
      for (int i = 0; i < history.events().size(); i++) {
        Optional<SlotHistory> then = history.asOf(START.plusSeconds(i));
        assertThat(then.orElseThrow().events()).isEqualTo(history.events().subList(0, i + 1));
      }
      assertThat(history.asOf(START.minusNanos(1))).isEmpty();
      assertThat(history.asOf(Instant.MAX)).contains(history);
    }
  }

  @Test
  void aGapInTheNumbersIsNoHistory() {
    List<SlotEvent> events = List.of(event(1, SlotStage.OPEN), event(3, SlotStage.CLOSED));

    assertThatThrownBy(() -> new SlotHistory(SLOT, events))
        .hasMessageContaining("broken at place 2: event 3 CLOSED");
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN CLOSED UNSOLD,                          VOIDED,   NOT_IN_THIS_STAGE",
    "OPEN CLOSED AWARDED REJECTED,                VOIDED,   NOT_IN_THIS_STAGE",
    "OPEN CLOSED AWARDED REJECTED,                DISPUTED, NOT_IN_THIS_STAGE",
    "OPEN CLOSED AWARDED SETTLED VOIDED,          DISPUTED, NOT_IN_THIS_STAGE",
    "OPEN CLOSED AWARDED SETTLED,                 VOIDED,   granted",
    "OPEN CLOSED AWARDED SETTLED,                 DISPUTED, granted",
    "OPEN CLOSED AWARDED SETTLED DISPUTED,        VOIDED,   granted",
    "OPEN CLOSED AWARDED SETTLED VOIDED,          VOIDED,   repeated",
    "OPEN CLOSED AWARDED SETTLED DISPUTED VOIDED, DISPUTED, repeated"
  })
  void aWishIsGrantedOnceAndOnlyWhereThereIsASale(String path, SlotStage wanted, String verdict) {
    SlotHistory history = history(stages(path));

    Verdict found = REQUEST.on(history, wanted);

    switch (found) {
      case Verdict.Granted granted -> assertThat(verdict).isEqualTo("granted");
      case Verdict.Repeated repeated -> {
        assertThat(verdict).isEqualTo("repeated");
        assertThat(repeated.event().stage()).isEqualTo(wanted);
      }
      case Verdict.Refused refused -> {
        assertThat(verdict).isEqualTo(refused.reason().name());
        assertThat(refused.stage()).isEqualTo(history.stage());
      }
    }
  }

  @Test
  void whatWasDoneForOneIsNotDoneForAnother() {
    SlotHistory voided = history(stages("OPEN CLOSED AWARDED SETTLED VOIDED"));
    SlotRequest another = new SlotRequest(UUID.randomUUID(), REQUEST.reason());
    SlotRequest otherReason = new SlotRequest(REQUEST.requestId(), "a mistake");

    assertThat(List.of(another, otherReason))
        .allSatisfy(request ->
            assertThat(request.on(voided, SlotStage.VOIDED))
                .isEqualTo(
                    new Verdict.Refused(Refusal.ANOTHER_REQUEST_WAS_FIRST, SlotStage.VOIDED)));
  }

  @Test
  void aReasonIsNeededAndBounded() {
    assertThatThrownBy(() -> new SlotRequest(UUID.randomUUID(), " "))
        .hasMessageContaining("reason must have 1 to 500 characters");
    assertThatThrownBy(() -> new SlotRequest(UUID.randomUUID(), "x".repeat(501)))
        .hasMessageContaining("it had 501");
  }

  /** Mostly legal steps, so that long histories come up, with a stray one now and then. */
  private static List<SlotStage> randomWalk(RandomGenerator random) {
    List<SlotStage> stages = new ArrayList<>();
    stages.add(random.nextInt(10) == 0 ? anyStage(random) : SlotStage.OPEN);
    int steps = random.nextInt(7);
    for (int i = 0; i < steps; i++) {
      SlotStage last = stages.getLast();
      List<SlotStage> next =
          List.of(SlotStage.values()).stream().filter(stage -> stage.mayFollow(last)).toList();
      boolean stray = next.isEmpty() || random.nextInt(12) == 0;
      stages.add(stray ? anyStage(random) : next.get(random.nextInt(next.size())));
    }
    return stages;
  }

  private static SlotStage anyStage(RandomGenerator random) {
    return SlotStage.values()[random.nextInt(SlotStage.values().length)];
  }

  private static List<SlotStage> stages(String path) {
    return List.of(path.split(" ")).stream().map(SlotStage::valueOf).toList();
  }

  private static SlotHistory history(List<SlotStage> stages) {
    List<SlotEvent> events = new ArrayList<>();
    for (SlotStage stage : stages) {
      events.add(event(events.size() + 1, stage));
    }
    return new SlotHistory(SLOT, events);
  }

  private static SlotEvent event(int eventNo, SlotStage stage) {
    Instant at = START.plusSeconds(eventNo - 1);
    boolean asked = stage == SlotStage.DISPUTED || stage == SlotStage.VOIDED;
    return new SlotEvent(eventNo, stage, at, at, asked ? Optional.of(REQUEST) : Optional.empty());
  }
}
