package io.quantedge.telemetry.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.incident.Incidents;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentKind;
import io.quantedge.telemetry.domain.incident.Requests;
import io.quantedge.telemetry.domain.incident.Signal;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class IncidentsIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject Dsql dsql;
  @Inject Incidents incidents;

  private TruthStore store;

  @BeforeEach
  void emptyTable() {
    store = new TruthStore(dsql);
    store.recreate("incident_events", "V022__incident_events.sql");
  }

  private Incident opened(String subject) {
    Signal signal = new Signal(IncidentKind.HOT_SLOT, subject, "2,000 a second", Instant.now());
    return Requests.granted(incidents.raise(signal).await().atMost(SOON));
  }

  private static String event(UUID eventId, String type, String more) {
    return "{\"eventId\": \"%s\", \"type\": \"%s\", \"actor\": \"ann\"%s}"
        .formatted(eventId, type, more);
  }

  private static ValidatableResponse post(UUID incidentId, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/incidents/" + incidentId + "/events")
        .then();
  }

  @Test
  void respondersTakeAnIncidentFromOpenToResolvedAndBack() {
    UUID id = opened("slot-1").incidentId();

    post(id, event(new UUID(0, 1), "ACKNOWLEDGED", ""))
        .statusCode(201)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("version", equalTo(2))
        .body("allowed", contains("ASSIGNED", "NOTED", "RESOLVED"));
    post(id, event(new UUID(0, 2), "ASSIGNED", ", \"assignee\": \"bob\"")).statusCode(201);
    post(id, event(new UUID(0, 3), "NOTED", ", \"note\": \"resharded\", \"assignee\": null"))
        .statusCode(201);
    post(id, event(new UUID(0, 4), "RESOLVED", "")).statusCode(201);
    post(id, event(new UUID(0, 5), "REOPENED", "")).statusCode(201);

    get("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("kind", equalTo("HOT_SLOT"))
        .body("subject", equalTo("slot-1"))
        .body("title", equalTo("Hot slot slot-1"))
        .body("state", equalTo("OPEN"))
        .body("assignee", equalTo("bob"))
        .body(
            "events.type",
            contains("OPENED", "ACKNOWLEDGED", "ASSIGNED", "NOTED", "RESOLVED", "REOPENED"))
        .body("events.version", contains(1, 2, 3, 4, 5, 6))
        .body("events[0].actor", equalTo("telemetry"))
        .body("events[0].note", equalTo("2,000 a second"))
        .body("events[3].assignee", nullValue());
  }

  @Test
  void theSameEventAgainIsHarmlessAndAnotherUnderItsIdIsRefused() {
    UUID id = opened("slot-1").incidentId();
    UUID other = opened("slot-2").incidentId();
    post(id, event(new UUID(0, 1), "RESOLVED", "")).statusCode(201);

    post(id, event(new UUID(0, 1), "RESOLVED", "")).statusCode(200).body("version", equalTo(2));
    post(id, event(new UUID(0, 1), "RESOLVED", ", \"note\": \"else\""))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("EVENT_CONFLICT"));
    post(other, event(new UUID(0, 1), "RESOLVED", ""))
        .statusCode(409)
        .body("code", equalTo("EVENT_CONFLICT"));
  }

  @Test
  void whatIsNotPossibleIsRefusedWithTheIncidentAsItIs() {
    UUID id = opened("slot-1").incidentId();

    post(id, event(new UUID(0, 1), "REOPENED", ""))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("INCIDENT_TRANSITION"))
        .body("status", equalTo(409))
        .body("type", equalTo("https://quantedge.io/problems/incident-transition"))
        .body("incident.state", equalTo("OPEN"))
        .body("incident.version", equalTo(1))
        .body("incident.allowed", contains("ACKNOWLEDGED", "ASSIGNED", "NOTED", "RESOLVED"));
  }

  @Test
  void anIncidentAndTheListCanBeSeenAsOfAnEarlierInstant() {
    Incident first = opened("slot-1");
    UUID id = first.incidentId();
    String acknowledgedAt =
        post(id, event(new UUID(0, 1), "ACKNOWLEDGED", "")).extract().path("lastAt");
    post(id, event(new UUID(0, 2), "RESOLVED", "")).statusCode(201);
    Instant before = first.openedAt().minusMillis(1);

    get("/v1/incidents/" + id + "?asOf=" + first.openedAt())
        .then()
        .body("state", equalTo("OPEN"))
        .body("events", hasSize(1));
    get("/v1/incidents?asOf=" + acknowledgedAt)
        .then()
        .body("incidents.state", contains("ACKNOWLEDGED"))
        .body("incidents[0].events", nullValue())
        .body("counts.ACKNOWLEDGED", equalTo(1))
        .body("counts.RESOLVED", equalTo(0));
    get("/v1/incidents/" + id + "?asOf=" + before)
        .then()
        .statusCode(404)
        .body("code", equalTo("INCIDENT_NOT_FOUND"));
    get("/v1/incidents?asOf=" + Instant.now().plusSeconds(60)).then().statusCode(400);
  }

  @Test
  void incidentsArePagedByStateNewestFirst() {
    for (int i = 0; i < 5; i++) {
      opened("slot-" + i);
    }
    post(Incident.idOf(IncidentKind.HOT_SLOT, "slot-3"), event(new UUID(0, 9), "RESOLVED", ""))
        .statusCode(201);

    String next =
        get("/v1/incidents?state=OPEN&limit=3")
            .then()
            .statusCode(200)
            .body("incidents", hasSize(3))
            .body("next", notNullValue())
            .body("counts.OPEN", equalTo(4))
            .body("counts.RESOLVED", equalTo(1))
            .extract()
            .path("next");
    get("/v1/incidents?state=OPEN&limit=3&after=" + next)
        .then()
        .body("incidents", hasSize(1))
        .body("next", nullValue());
    get("/v1/incidents?state=LOST").then().statusCode(400);
    get("/v1/incidents?limit=0").then().statusCode(400);
    get("/v1/incidents?after=nonsense").then().statusCode(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": \"NOTED\"                        | \"type\": \"SOLVED\"      | 'type'",
        "\"type\": \"NOTED\"                        | \"type\": \"ASSIGNED\"    | 'assignee'",
        "\"actor\": \"ann\"                         | \"actor\": \" \"          | 'actor'",
        "\"actor\": \"ann\"                         | \"actor\": \"Telemetry\"  | 'actor'",
        "\"eventId\": \"00000000-0000-0000-0000-000000000001\" | \"eventId\": \"x\" | 'eventId'",
        ", \"note\": \"x\"                          | ``                        | 'note'"
      })
  void anEventThatMakesNoSenseIsRefusedAndSaysWhere(String part, String instead, String hint) {
    UUID id = opened("slot-1").incidentId();
    String valid = event(new UUID(0, 1), "NOTED", ", \"note\": \"x\"");

    post(id, valid.replace(part, instead))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID_REQUEST"))
        .body("detail", containsString(hint));
  }

  @Test
  void onlyJsonCanRecordAnEvent() {
    UUID id = opened("slot-1").incidentId();
    given()
        .contentType("text/plain")
        .body(event(new UUID(0, 1), "RESOLVED", ""))
        .post("/v1/incidents/" + id + "/events")
        .then()
        .statusCode(415);
  }

  @Test
  void anUnknownIncidentAndAMissingTableAreSaidToBeThat() {
    post(new UUID(5, 5), event(new UUID(0, 1), "RESOLVED", ""))
        .statusCode(404)
        .body("code", equalTo("INCIDENT_NOT_FOUND"));
    store.drop("incident_events");
    get("/v1/incidents").then().statusCode(503).body("code", equalTo("TRUTH_STORE_UNAVAILABLE"));
  }

  @Test
  void theApiDescribesItself() {
    get("/q/openapi")
        .then()
        .body(containsString("/v1/incidents/{incidentId}/events"))
        .body(containsString("/v1/proofs/{kind}/runs"));
  }
}
