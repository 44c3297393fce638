package io.quantedge.evaluator.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quantedge.contracts.metric.Metric;
import io.quantedge.contracts.metric.MetricsPage;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.evaluator.kafka.LoopSwitch;
import io.quantedge.evaluator.kafka.TestLog;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(AccessKeysResource.class)
class SlotResourceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PARTITION = 11;

  @Inject EvaluatorStatus status;
  @Inject LoopSwitch loop;

  private TestLog log;

  @BeforeEach
  void open() {
    log = new TestLog(bootstrapServers());
    await().atMost(PATIENCE).until(status::isReady);
  }

  @AfterEach
  void close() {
    loop.on();
    log.close();
  }

  @Test
  void standingShowsCountsAndTheLeadingRegionButNoAmountWhileTheSlotIsOpen() {
    SlotDefinition slot = TestLog.slot("http-open", Duration.ofMinutes(10));
    log.append(PARTITION, Auctions.opened(slot));
    log.append(PARTITION, Auctions.placed(TestLog.bid(slot, 2, "a", 54_321)));
    long last = log.append(PARTITION, Auctions.placed(TestLog.bid(slot, 1, "b", 9_000)));
    awaitReceived("http-open", 2);

    when()
        .get("/v1/slots/http-open/standing")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("slotId", equalTo("http-open"))
        .body("state", equalTo("OPEN"))
        .body("deadline", equalTo(slot.closesAt().toString()))
        .body("total.counted", equalTo(1))
        .body("total.rejected.BELOW_FLOOR", equalTo(1))
        .body("byRegion.'ap-southeast-1'.counted", equalTo(1))
        .body("late", equalTo(0))
        .body("leadingRegion", equalTo("ap-southeast-1"))
        .body("offset", equalTo((int) last))
        .body(not(containsString("5.4321")));
    when()
        .get("/v1/slots/http-open/outcome")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("SLOT_STILL_OPEN"));
    given()
        .header("Authorization", "Bearer operator-key")
        .get("/v1/slots/http-open/explanation")
        .then()
        .statusCode(409)
        .body("code", equalTo("SLOT_STILL_OPEN"));
  }

  @Test
  void outcomeIsGivenOnceTheSlotIsClosed() {
    SlotDefinition slot = TestLog.slot("http-closed", Duration.ofMinutes(10));
    log.append(PARTITION, Auctions.opened(slot));
    log.append(PARTITION, Auctions.placed(TestLog.bid(slot, 1, "a", 54_000)));
    long close = log.append(PARTITION, TestLog.marker(slot));
    log.append(PARTITION, Auctions.placed(TestLog.bid(slot, 2, "b", 99_000)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> when().get("/v1/slots/http-closed/standing").then().body("late", equalTo(1)));

    given()
        .header("Authorization", "Bearer operator-key")
        .get("/v1/slots/http-closed/outcome")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("state", equalTo("AWARDED"))
        .body("audience", equalTo("OPERATOR"))
        .body("slot.slotId", equalTo("http-closed"))
        .body("candidates[0].bid.accountId", equalTo("a"))
        .body("candidates[0].clearingPrice.amount", equalTo("5.4000"))
        .body("closeOffset", equalTo((int) close))
        .body("digest", notNullValue());
    when()
        .get("/v1/slots/http-closed/standing")
        .then()
        .body("state", equalTo("AWARDED"))
        .body("total.received", equalTo(1));
  }

  @Test
  void slotThatNobodyOpenedIsUnknown() {
    for (String query : new String[] {"standing", "outcome", "explanation"}) {
      String path = "/v1/slots/nobody-opened-it/" + query;
      when()
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("type", equalTo("https://quantedge.io/problems/unknown-slot"))
          .body("title", notNullValue())
          .body("status", equalTo(404))
          .body("detail", containsString("nobody-opened-it"))
          .body("code", equalTo("UNKNOWN_SLOT"))
          .body("instance", equalTo(path));
    }
  }

  @Test
  void whatCannotBeASlotIsRefusedWithTheValue() {
    when()
        .get("/v1/slots/-no-slot/standing")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID_REQUEST"))
        .body("detail", containsString("'-no-slot'"));
  }

  @Test
  void unknownPathWrongMethodAndWrongMediaTypeAreProblemsToo() {
    when()
        .get("/v1/nothing-here")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"));
    when()
        .delete("/v1/slots/any/standing")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
    given()
        .accept("text/csv")
        .get("/v1/slots/any/standing")
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_ACCEPTABLE"));
  }

  @Test
  void withoutItsLoopTheServiceIsNotReadyAndDoesNotDenySlots() {
    when().get("/q/health/ready").then().statusCode(200);
    loop.off();

    when()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'evaluator loop' }.data.phase", equalTo("STOPPED"));
    when()
        .get("/v1/slots/never-seen/standing")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("code", equalTo("CATCHING_UP"));
    when().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void metricsAndTheContractArePublished() {
    String metrics =
        when()
            .get("/q/metrics")
            .then()
            .statusCode(200)
            .body(containsString("exchange_evaluator_phase{phase=\"ready\"} 1.0"))
            .extract()
            .asString();
    assertThat(MetricsPage.parse(metrics).deviationsFrom(Metric.Owner.EVALUATOR)).isEmpty();
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.keySet()", hasItem("/v1/slots/{slotId}/outcome"));
  }

  private static void awaitReceived(String slotId, int received) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            when()
                .get("/v1/slots/" + slotId + "/standing")
                .then()
                .statusCode(200)
                .body("total.received", equalTo(received)));
  }

  private static String bootstrapServers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
