package io.quantedge.settlement.http;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.Outcomes.unsold;
import static io.quantedge.settlement.testing.TestStore.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quantedge.contracts.metric.Metric;
import io.quantedge.contracts.metric.MetricsPage;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@NullUnmarked
class SlotVoidIT extends ServiceIT {
  @Inject TruthStore truthStore;

  @Test
  void aSettledSlotIsVoidedOnceAndShowsWhatHappenedToIt() {
    String buyer = advertiser("100.0000");
    String slotId = fresh("slot");
    now(truthStore.settle(List.of(awarded(slotId, offer(buyer, "30.0000")))));
    Instant beforeTheVoid =
        store.query("SELECT clock_timestamp()").getFirst().getOffsetDateTime(0).toInstant();
    String settlement = given().get("/v1/slots/" + slotId + "/settlement").asString();
    String voidId = UUID.randomUUID().toString();

    String first =
        post(slotId, "void", "voidId", voidId, "never shown")
            .statusCode(201)
            .body("slotId", equalTo(slotId))
            .body("voidId", equalTo(voidId))
            .body("reason", equalTo("never shown"))
            .body(
                "reversal.entries.kind",
                contains("REVERSAL_CREDIT", "REVERSAL_DEBIT", "FEE_REVERSAL"))
            .body("reversal.entries.amount.amount", contains("30.0000", "-27.0000", "-3.0000"))
            .extract()
            .asString();
    assertThat(
            post(slotId, "void", "voidId", voidId, "never shown")
                .statusCode(200)
                .extract()
                .asString())
        .isEqualTo(first);
    post(slotId, "void", "voidId", UUID.randomUUID().toString(), "never shown")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("REQUEST_CONFLICT"));
    post(slotId, "void", "voidId", voidId, "another reason").statusCode(409);

    assertThat(given().get("/v1/slots/" + slotId + "/settlement").asString())
        .as("a settlement never changes")
        .isEqualTo(settlement);
    given()
        .get("/v1/slots/" + slotId)
        .then()
        .statusCode(200)
        .body("state", equalTo("VOIDED"))
        .body("asOf", nullValue())
        .body("history.type", contains("OPEN", "CLOSED", "AWARDED", "SETTLED", "VOIDED"))
        .body("history[4].requestId", equalTo(voidId))
        .body("history[4].reason", equalTo("never shown"))
        .body("history[3].requestId", nullValue());
    given()
        .queryParam("asOf", beforeTheVoid.toString())
        .get("/v1/slots/" + slotId)
        .then()
        .body("state", equalTo("SETTLED"))
        .body("history", hasSize(4));
    given()
        .get("/v1/slots/" + slotId + "/ledger")
        .then()
        .body("entries.kind", contains("SALE_DEBIT", "SALE_CREDIT", "FEE_CREDIT"))
        .body("reversal.entries", hasSize(3));
    given().get("/v1/accounts/" + buyer).then().body("balance.amount", equalTo("0.0000"));
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics).contains("exchange_settlement_voids_total{result=\"voided\"}");
    assertThat(MetricsPage.parse(metrics).deviationsFrom(Metric.Owner.SETTLEMENT)).isEmpty();
  }

  @Test
  void whereNothingWasSoldNothingIsUndone() {
    String rejected = fresh("slot");
    String unsold = fresh("slot");
    now(truthStore.settle(List.of(awarded(rejected, offer(advertiser("1.0000"), "30.0000")))));
    now(truthStore.settle(List.of(unsold(unsold))));

    post("no-such-slot", "void", "voidId", UUID.randomUUID().toString(), "x")
        .statusCode(404)
        .body("code", equalTo("NOT_SETTLED"));
    post(rejected, "void", "voidId", UUID.randomUUID().toString(), "x")
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_UNDO"))
        .body("detail", containsString("is REJECTED"));
    post(unsold, "void", "voidId", UUID.randomUUID().toString(), "x")
        .statusCode(409)
        .body("detail", containsString("is UNSOLD"));
    post(unsold, "dispute", "disputeId", UUID.randomUUID().toString(), "x").statusCode(409);
    given().get("/v1/slots/" + rejected).then().body("state", equalTo("REJECTED"));
    given().get("/v1/slots/no-such-slot").then().statusCode(404);
    assertThat(
            store.count(
                "SELECT count(*) FROM slot_events WHERE slot_id = $1 AND event_no > 4", rejected))
        .isZero();
  }

  @Test
  void aDisputeIsPutOnRecordAndMovesNoMoney() {
    String buyer = advertiser("100.0000");
    String slotId = fresh("slot");
    now(truthStore.settle(List.of(awarded(slotId, offer(buyer, "30.0000")))));
    String disputeId = UUID.randomUUID().toString();

    post(slotId, "dispute", "disputeId", disputeId, "wrong page").statusCode(201);
    post(slotId, "dispute", "disputeId", disputeId, "wrong page")
        .statusCode(200)
        .body("disputeId", equalTo(disputeId));

    given().get("/v1/slots/" + slotId).then().body("state", equalTo("DISPUTED"));
    given().get("/v1/accounts/" + buyer).then().body("balance.amount", equalTo("-30.0000"));
  }

  @Test
  void aPublisherGoesBelowZeroIfItMustAndThatIsSeen() {
    String buyer = advertiser("100.0000");
    String slotId = fresh("slot");
    now(truthStore.settle(List.of(awarded(slotId, offer(buyer, "30.0000")))));
    long before = publisherBalance();

    post(slotId, "void", "voidId", UUID.randomUUID().toString(), "x").statusCode(201);

    assertThat(publisherBalance()).isEqualTo(before - 270_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"reason\": \"x\"}                                                        | field 'voidId' is missing",
        "{\"voidId\": \"1-1-1-1-1\", \"reason\": \"x\"}                             | voidId must be a UUID",
        "{\"voidId\": \"0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f\"}                     | field 'reason' is missing",
        "{\"voidId\": \"0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f\", \"reason\": \" \"}  | reason must have 1 to 500"
      })
  void aWishThatIsWrongIsRefusedAndSaysWhy(String body, String said) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/slots/slot-1/void")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID_REQUEST"))
        .body("status", greaterThanOrEqualTo(400))
        .body("detail", containsString(said));
  }

  private long publisherBalance() {
    return store.ledgerBalance("publisher-1").movePointRight(4).longValueExact();
  }

  private static ValidatableResponse post(
      String slotId, String what, String idField, String id, String reason) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"%s": "%s", "reason": "%s"}\
            """
                .formatted(idField, id, reason))
        .post("/v1/slots/" + slotId + "/" + what)
        .then();
  }
}
