package io.quantedge.telemetry.application.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.States;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.domain.incident.DeadLetter;
import io.quantedge.telemetry.domain.incident.EventRequest;
import io.quantedge.telemetry.domain.incident.FailedCheck;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.IncidentKind;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.Observation;
import io.quantedge.telemetry.domain.incident.Requests;
import io.quantedge.telemetry.domain.incident.Thresholds;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncidentDetectorTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final SetClock clock = new SetClock(START);
  private final FakeIncidentStore store = new FakeIncidentStore();
  private final FakeBooks books = new FakeBooks();
  private final DeadLetterInbox letters = new DeadLetterInbox();
  private final IncidentFigures figures = new IncidentFigures();
  private final TelemetryState state = States.empty(clock);
  private final FakeObserved observed = new FakeObserved(state);
  private final Incidents incidents =
      new Incidents(store, new Incidents.Retries(3, new FullJitter(1, 2)), new Random(1), clock);
  private IncidentDetector detector = detector();
  private int operations;

  private IncidentDetector detector() {
    return new IncidentDetector(
        observed,
        letters,
        books,
        new IncidentRecorder(incidents, store, figures),
        new IncidentDetector.Settings(
            true,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            new Thresholds(
                20,
                Duration.ofSeconds(30),
                1_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60))));
  }

  private void look() {
    detector.round().await().atMost(SOON);
    clock.now = clock.now.plusSeconds(5);
  }

  private Incident only() {
    assertThat(store.incidents).hasSize(1);
    return store.incidents.values().iterator().next();
  }

  private void resolve(Incident incident) {
    EventRequest request = Requests.of(IncidentEventType.RESOLVED, "ann-" + incident.version());
    incidents.record(incident.incidentId(), request).await().atMost(SOON);
  }

  @Test
  void anOutcomeThatIsNotSettledOpensOneIncidentHoweverOftenItIsSeen() {
    state.apply(new RandomExchange(4, START.minusSeconds(300)).slot("slot-1").outcome(), START);

    look();
    look();
    detector = detector();
    look();

    assertThat(only().kind()).isEqualTo(IncidentKind.STALLED_SETTLEMENT);
    assertThat(only().version()).isEqualTo(1);
    assertThat(figures.openedTotal()).isEqualTo(1);
    assertThat(
            figures.count(
                new IncidentStore.KindAndState(
                    IncidentKind.STALLED_SETTLEMENT, IncidentState.OPEN)))
        .isEqualTo(1);
  }

  @Test
  void lastingTroubleThatWasCalledResolvedIsReopenedAfterAWhile() {
    state.apply(new RandomExchange(4, START.minusSeconds(300)).slot("slot-1").outcome(), START);
    look();
    resolve(only());

    look();
    assertThat(only().state()).isEqualTo(IncidentState.RESOLVED);

    clock.now = clock.now.plusSeconds(60);
    look();
    assertThat(only().state()).isEqualTo(IncidentState.OPEN);
    assertThat(only().events().getLast().type()).isEqualTo(IncidentEventType.REOPENED);
    assertThat(figures.reopenedTotal()).isEqualTo(1);
  }

  @Test
  void aDeadLetterOfThePastIsNotReopenedByReadingTheTopicAgain() {
    DeadLetter past = new DeadLetter("slot-1", "cannot be read", START.minusSeconds(86_400));
    letters.add(past);
    look();
    resolve(only());

    // A restart reads it again.
    detector = detector();
    letters.add(past);
    look();
    assertThat(only().state()).isEqualTo(IncidentState.RESOLVED);

    letters.add(new DeadLetter("slot-1", "again", clock.now.plusSeconds(1)));
    look();
    assertThat(only().state()).isEqualTo(IncidentState.OPEN);
    assertThat(only().version()).isEqualTo(3);
  }

  @Test
  void lettersWaitWhileTheStoreIsAway() {
    store.away = true;
    letters.add(new DeadLetter("slot-1", "cannot be read", START));
    look();
    assertThat(store.incidents).isEmpty();
    assertThat(figures.failuresTotal()).isPositive();

    store.away = false;
    look();
    assertThat(only().kind()).isEqualTo(IncidentKind.DEAD_LETTER);
    assertThat(letters.next(10)).isEmpty();
  }

  @Test
  void aRoundTakesSomeLettersAndLeavesTheOthersForTheNext() {
    for (int i = 0; i < IncidentDetector.LETTERS_IN_A_ROUND + 1; i++) {
      letters.add(new DeadLetter("slot-" + i, "cannot be read", START));
    }

    look();
    assertThat(store.incidents).hasSize(IncidentDetector.LETTERS_IN_A_ROUND);
    look();
    assertThat(store.incidents).hasSize(IncidentDetector.LETTERS_IN_A_ROUND + 1);
  }

  @Test
  void theInboxIsBoundedAndKeepsTheNewestOfASubject() {
    for (int i = 0; i < DeadLetterInbox.MAX_SUBJECTS + 7; i++) {
      letters.add(new DeadLetter("slot-" + i, "cannot be read", START));
    }
    letters.add(new DeadLetter("slot-0", "newer", START.plusSeconds(1)));
    letters.add(new DeadLetter("slot-0", "older", START.minusSeconds(1)));

    assertThat(letters.next(5_000)).hasSize(DeadLetterInbox.MAX_SUBJECTS);
    assertThat(letters.next(1)).extracting(DeadLetter::cause).containsExactly("newer");
    assertThat(letters.dropped()).isEqualTo(7);
  }

  @Test
  void aCheckOfTheBooksThatFailsOpensAnIncidentAndTheBooksAreNotAskedAllTheTime() {
    books.failed.add(new FailedCheck("LEDGER_SUMS_TO_ZERO", "1 violations", START));

    for (int i = 0; i < 12; i++) {
      look();
    }
    assertThat(books.asked).isEqualTo(1);
    assertThat(only().subject()).isEqualTo("LEDGER_SUMS_TO_ZERO");

    look();
    assertThat(books.asked).isEqualTo(2);
  }

  @Test
  void booksThatCannotBeAskedSayNothingAndKeepNothingElseBack() {
    books.away = true;
    letters.add(new DeadLetter("slot-1", "cannot be read", START));

    look();

    assertThat(only().kind()).isEqualTo(IncidentKind.DEAD_LETTER);
    assertThat(figures.failuresTotal()).isEqualTo(1);
  }

  @Test
  void aCheckOfTelemetrysOwnThatFailsOpensAnIncident() {
    observed.failed.add(new FailedCheck("BIDS_ADD_UP", "9 against 8.", START));

    look();

    assertThat(only().kind()).isEqualTo(IncidentKind.FAILED_RECONCILIATION);
    assertThat(only().events().getFirst().request().note()).contains("9 against 8.");
  }

  /** Each operation that gives up is a storm, if it is news. */
  private void operationsGiveUp(int count) {
    for (int i = 0; i < count; i++) {
      UUID operation = new UUID(i, operations++);
      List<SlotId> slots = List.of(new SlotId("slot-1"));
      state.apply(
          new ConflictEvent.AttemptFailed(
              operation,
              slots,
              "w",
              "us-east-1",
              1,
              ConflictEvent.Cause.CONFLICT,
              Optional.of("40001"),
              Optional.of("OC000"),
              5,
              START));
      state.apply(new ConflictEvent.Exhausted(operation, slots, "w", "us-east-1", 1, START));
    }
  }

  @Test
  void conflictsThatComeUpWhileItWatchesAreAStorm() {
    look();
    operationsGiveUp(1);
    for (int i = 0; i < 6; i++) {
      look();
    }

    assertThat(only().kind()).isEqualTo(IncidentKind.CONFLICT_STORM);
    assertThat(only().subject()).isEqualTo("us-east-1");
  }

  @Test
  void historyThatIsAddedLateIsNoStorm() {
    observed.isHistoryDue = true;
    for (int i = 0; i < 8; i++) {
      look();
      operationsGiveUp(50);
    }
    observed.isHistoryDue = false;
    for (int i = 0; i < 20; i++) {
      look();
    }

    assertThat(store.incidents).isEmpty();
  }

  private static final class FakeObserved implements Observed {
    private final TelemetryState state;
    private final List<FailedCheck> failed = new ArrayList<>();
    private boolean isHistoryDue;

    FakeObserved(TelemetryState state) {
      this.state = state;
    }

    @Override
    public boolean isRebuilt() {
      return true;
    }

    @Override
    public boolean isHistoryDue() {
      return isHistoryDue;
    }

    @Override
    public Observation observe() {
      return state.observe();
    }

    @Override
    public List<FailedCheck> failedChecks() {
      return failed;
    }
  }

  private static final class FakeBooks implements BooksCheck {
    private final List<FailedCheck> failed = new ArrayList<>();
    private boolean away;
    private int asked;

    @Override
    public Uni<List<FailedCheck>> failedChecks() {
      asked++;
      return away
          ? Uni.createFrom().failure(new IllegalStateException("no answer"))
          : Uni.createFrom().item(List.copyOf(failed));
    }
  }

  private static final class SetClock extends Clock {
    private Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
