package io.quantedge.telemetry.application.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.incident.Incidents.ContendedException;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.Requests;
import io.quantedge.telemetry.domain.incident.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final FakeIncidentStore store = new FakeIncidentStore();
  private final Incidents incidents =
      new Incidents(
          store, new Incidents.Retries(4, new FullJitter(1, 2)), new Random(1), Clock.systemUTC());
  private final UUID incidentId =
      Requests.granted(
              incidents.raise(Requests.signal("slot-1", Requests.OPENED_AT)).await().atMost(SOON))
          .incidentId();

  @Test
  void whoeverLosesARaceBeginsAgain() {
    store.lostRaces = 3;
    store.attempts = 0;

    Verdict verdict =
        incidents
            .record(incidentId, Requests.of(IncidentEventType.ACKNOWLEDGED, "ann"))
            .await()
            .atMost(SOON);

    assertThat(Requests.granted(verdict).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(store.attempts).isEqualTo(4);
  }

  @Test
  void butNotForEver() {
    store.lostRaces = 4;
    store.attempts = 0;

    assertThatThrownBy(() ->
            incidents
                .record(incidentId, Requests.of(IncidentEventType.ACKNOWLEDGED, "ann"))
                .await()
                .atMost(SOON))
        .isInstanceOf(ContendedException.class);
    assertThat(store.attempts).isEqualTo(4);
  }

  @Test
  void anUnknownIncidentIsSaidToBeOne() {
    assertThat(
            incidents
                .record(new UUID(7, 7), Requests.of(IncidentEventType.NOTED, "ann"))
                .await()
                .atMost(SOON))
        .isEqualTo(new Verdict.Unknown());
  }

  @Test
  void asOfBeforeItWasOpenedThereIsNothing() {
    Incident incident = incidents.find(incidentId, Optional.empty()).await().atMost(SOON).get();

    assertThat(
            incidents
                .find(incidentId, Optional.of(incident.openedAt().minusSeconds(1)))
                .await()
                .atMost(SOON))
        .isEmpty();
    assertThat(incidents.find(incidentId, Optional.of(incident.openedAt())).await().atMost(SOON))
        .contains(incident);
  }
}
