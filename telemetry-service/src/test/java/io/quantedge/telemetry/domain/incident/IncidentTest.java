package io.quantedge.telemetry.domain.incident;

import static io.quantedge.telemetry.domain.incident.IncidentEventType.ACKNOWLEDGED;
import static io.quantedge.telemetry.domain.incident.IncidentEventType.ASSIGNED;
import static io.quantedge.telemetry.domain.incident.IncidentEventType.NOTED;
import static io.quantedge.telemetry.domain.incident.IncidentEventType.OPENED;
import static io.quantedge.telemetry.domain.incident.IncidentEventType.REOPENED;
import static io.quantedge.telemetry.domain.incident.IncidentEventType.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentTest {
  private static final Instant LATER = Requests.OPENED_AT.plusSeconds(60);

  private final Incident opened = Requests.opened("slot-1");

  private static Incident after(Incident incident, IncidentEventType... types) {
    Incident next = incident;
    for (IncidentEventType type : types) {
      EventRequest request = Requests.of(type, "ann-" + next.version());
      next = Requests.granted(next.judge(request, LATER));
    }
    return next;
  }

  @Test
  void eachStateAllowsWhatMakesSenseThere() {
    assertThat(opened.allowed()).containsExactly(ACKNOWLEDGED, ASSIGNED, NOTED, RESOLVED);
    assertThat(after(opened, ACKNOWLEDGED).allowed()).containsExactly(ASSIGNED, NOTED, RESOLVED);
    assertThat(after(opened, RESOLVED).allowed()).containsExactly(NOTED, REOPENED);
    assertThat(after(opened, RESOLVED, REOPENED).state()).isEqualTo(IncidentState.OPEN);
  }

  @Test
  void whatIsNotAllowedIsRefusedWithTheIncidentAsItIs() {
    Incident resolved = after(opened, RESOLVED);

    assertThat(resolved.judge(Requests.of(ACKNOWLEDGED, "bob"), LATER))
        .isEqualTo(new Verdict.NotAllowed(resolved));
    assertThat(opened.judge(Requests.of(OPENED, "bob"), LATER))
        .isEqualTo(new Verdict.NotAllowed(opened));
  }

  @Test
  void theSameEventAgainChangesNothingAndAnotherUnderItsIdIsRefused() {
    EventRequest request = Requests.of(new UUID(1, 1), ACKNOWLEDGED, "ann");
    Incident acknowledged = Requests.granted(opened.judge(request, LATER));
    Incident resolved = after(acknowledged, RESOLVED);

    // Even where the event would not be possible any more.
    assertThat(resolved.judge(request, LATER)).isEqualTo(new Verdict.Unchanged(resolved));
    assertThat(resolved.judge(Requests.of(new UUID(1, 1), ACKNOWLEDGED, "bob"), LATER))
        .isEqualTo(new Verdict.IdTaken());
  }

  @Test
  void aNoteAndAnAssignmentLeaveTheStateAlone() {
    Incident incident = after(opened, ACKNOWLEDGED, ASSIGNED, NOTED);

    assertThat(incident.state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(incident.assignee()).contains("on-call");
    assertThat(incident.version()).isEqualTo(4);
  }

  @Test
  void timeNeverRunsBackwards() {
    Incident noted = after(opened, NOTED);

    Incident next =
        Requests.granted(noted.judge(Requests.of(NOTED, "slow clock"), Requests.OPENED_AT));

    assertThat(next.lastAt()).isEqualTo(LATER);
  }

  @Test
  void anIncidentThatHasGrownTooLongCanStillEndAndBegin() {
    List<IncidentEvent> events = new ArrayList<>(opened.events());
    for (int version = 2; version <= Incident.MAX_EVENTS; version++) {
      events.add(
          new IncidentEvent(
              version, Requests.of(new UUID(9, version), NOTED, "ann"), Requests.OPENED_AT));
    }
    Incident full = new Incident(opened.incidentId(), opened.kind(), opened.subject(), events);

    assertThat(full.allowed()).containsExactly(RESOLVED);
    assertThat(after(full, RESOLVED).allowed()).containsExactly(REOPENED);
  }

  @Test
  void aForkedOrTornHistoryIsNotReadAsOne() {
    IncidentEvent first = opened.events().getFirst();
    IncidentEvent third = new IncidentEvent(3, Requests.of(NOTED, "ann"), LATER);
    IncidentEvent other = new IncidentEvent(2, Requests.of(REOPENED, "ann"), LATER);

    for (List<IncidentEvent> torn :
        List.of(
            List.<IncidentEvent>of(),
            List.of(first, third),
            List.of(first, other),
            List.of(first, first))) {
      assertThatThrownBy(
              () -> new Incident(opened.incidentId(), opened.kind(), opened.subject(), torn))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theIdIsAFunctionOfKindAndSubject() {
    assertThat(Requests.opened("slot-1").incidentId()).isEqualTo(opened.incidentId());
    assertThat(Requests.opened("slot-2").incidentId()).isNotEqualTo(opened.incidentId());
    assertThat(Incident.idOf(IncidentKind.DEAD_LETTER, "slot-1")).isNotEqualTo(opened.incidentId());
  }

  @Test
  void aSignalOpensOnceAndReopensOnlyOnNewEvidence() {
    Incident resolved = after(opened, RESOLVED, NOTED);
    Instant resolvedAt = LATER;

    assertThat(signal(LATER).judge(Optional.of(opened), LATER))
        .isEqualTo(new Verdict.Unchanged(opened));
    assertThat(signal(resolvedAt).judge(Optional.of(resolved), resolvedAt.plusSeconds(5)))
        .isEqualTo(new Verdict.Unchanged(resolved));

    Signal news = signal(resolvedAt.plusMillis(1));
    Incident again = Requests.granted(news.judge(Optional.of(resolved), LATER.plusSeconds(9)));
    assertThat(again.state()).isEqualTo(IncidentState.OPEN);
    assertThat(again.events().getLast().request().actor()).isEqualTo("telemetry");
    // Two processes that reopen at once mean the same event.
    assertThat(again.events().getLast().request().eventId())
        .isEqualTo(
            Requests.granted(news.judge(Optional.of(resolved), LATER.plusSeconds(99)))
                .events()
                .getLast()
                .request()
                .eventId());
  }

  private static Signal signal(Instant evidenceFrom) {
    return Requests.signal("slot-1", evidenceFrom);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\u0007b", "half \ud800 pair"})
  void anActorThatTheStoreCannotKeepIsRefused(String actor) {
    assertThatThrownBy(() -> Requests.of(ACKNOWLEDGED, actor)).hasMessageContaining("'actor'");
  }

  @Test
  void whatSomeTypesNeedOthersMustNotHave() {
    UUID id = new UUID(1, 2);
    assertThatThrownBy(
            () -> new EventRequest(id, ASSIGNED, "ann", Optional.empty(), Optional.empty()))
        .hasMessageContaining("'assignee'");
    assertThatThrownBy(
            () -> new EventRequest(id, NOTED, "ann", Optional.of("bob"), Optional.of("text")))
        .hasMessageContaining("'assignee'");
    assertThatThrownBy(() -> new EventRequest(id, NOTED, "ann", Optional.empty(), Optional.empty()))
        .hasMessageContaining("'note'");
    assertThatThrownBy(() ->
            new EventRequest(id, NOTED, "ann", Optional.empty(), Optional.of("x".repeat(2_001))))
        .hasMessageContaining("2001");
  }

  @Test
  void namesOfOthersChoosingAreMadeFitForTheStore() {
    Signal signal =
        new Signal(IncidentKind.CONFLICT_STORM, "\u0000" + "\ud83d\ude00".repeat(150), "", LATER);

    assertThat(signal.subject()).startsWith("?\ud83d\ude00").hasSize(199);
    assertThat(signal.note()).isEqualTo("(none)");
    assertThat(Requests.granted(signal.judge(Optional.empty(), LATER)).version()).isEqualTo(1);
  }
}
