package io.quantedge.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.metric.Metric;
import io.quantedge.contracts.metric.MetricsPage;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.LogAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API over a real broker and a real DynamoDB. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
class IngestIT {
  private LogAccess log;

  @BeforeEach
  void openLog() {
    log =
        new LogAccess(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void shouldOpenASlotOnceAndRepeatTheAnswer() {
    String slotId = IntakeClient.freshSlotId();
    Map<String, Object> body = IntakeClient.slotBody();

    IntakeClient.put(slotId, body)
        .statusCode(201)
        .body("slotId", equalTo(slotId))
        .body("floor", equalTo("1.0000"))
        .body("increment", equalTo("0.0100"))
        .body("pricing", equalTo("SECOND_PRICE"))
        .body("ranking", equalTo("PRICE"))
        .body("state", equalTo("OPEN"));
    long size = log.size();
    IntakeClient.put(slotId, body).statusCode(200).body("slotId", equalTo(slotId));

    assertThat(log.size()).isEqualTo(size);
  }

  @Test
  void shouldRefuseAnotherDefinitionOfASlot() {
    String slotId = IntakeClient.freshSlotId();
    Map<String, Object> body = IntakeClient.slotBody();
    IntakeClient.put(slotId, body).statusCode(201);
    body.put("floor", "2");

    assertProblem(IntakeClient.put(slotId, body), 409, "SLOT_DEFINITION_CONFLICT");
    given().get("/v1/slots/{id}", slotId).then().body("floor", equalTo("1.0000"));
  }

  @Test
  void shouldHaveABidInTheLogWhereTheReceiptSaysWhenItAnswers() throws MalformedEventException {
    String slotId = IntakeClient.openSlot();
    Map<String, Object> body = IntakeClient.bidBody();
    body.put("latencyMs", 12);
    body.put("qualityScore", 0.75);

    JsonPath receipt = IntakeClient.bid(slotId, body).statusCode(202).extract().jsonPath();

    AuctionEvent event = log.eventAt(receipt.getInt("partition"), receipt.getLong("offset"));
    Bid bid = ((AuctionEvent.BidPlaced) event).bid();
    assertThat(receipt.getString("slotId")).isEqualTo(slotId);
    assertThat(bid.slotId()).hasToString(slotId);
    assertThat(bid.bidId()).hasToString(receipt.getString("bidId"));
    assertThat(bid.bidId()).hasToString(String.valueOf(body.get("bidId")));
    assertThat(bid.acceptedAt()).isEqualTo(Instant.parse(receipt.getString("acceptedAt")));
    assertThat(bid.price()).hasToString("5.4000 USD");
    assertThat(bid.latencyMs()).isEqualTo(12);
    assertThat(bid.qualityScore().tenThousandths()).isEqualTo(7_500);
  }

  /** The last two have more digits than a double can hold. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.4",
        "\"5.4\"",
        "100",
        "1e2",
        "12345678901234.5678",
        "\"12345678901234.5678\"",
        "99999999999999.9999"
      })
  void shouldTakeAmountsAsTextOrNumberToTheLastDigit(String amount) throws MalformedEventException {
    String slotId = IntakeClient.openSlot();
    String body =
        """
        {"accountId": "adv-1", "region": "eu-west-1", "currency": "USD", "amount": %s}\
        """
            .formatted(amount);

    JsonPath receipt = IntakeClient.bid(slotId, body).statusCode(202).extract().jsonPath();

    AuctionEvent event = log.eventAt(receipt.getInt("partition"), receipt.getLong("offset"));
    assertThat(((AuctionEvent.BidPlaced) event).bid().price().toDecimal())
        .isEqualByComparingTo(amount.replace("\"", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 0.9999, 422, BELOW_FLOOR",
    "currency, EUR, 422, WRONG_CURRENCY",
    "accountId, pub-1, 422, OWN_SLOT",
    "region, eu-north-1, 422, UNKNOWN_REGION",
    "amount, 0, 400, INVALID_REQUEST",
    "amount, -5, 400, INVALID_REQUEST",
    "amount, 5.00001, 400, INVALID_REQUEST",
    "amount, 100000000000000, 400, INVALID_REQUEST",
    "bidId, 1-1-1-1-1, 400, INVALID_REQUEST",
    "latencyMs, soon, 400, INVALID_REQUEST",
    "latencyMs, 600001, 400, INVALID_REQUEST",
    "qualityScore, 1.5, 400, INVALID_REQUEST"
  })
  void shouldRefuseABidWithItsReasonAndAppendNothing(
      String field, String value, int status, String code) {
    String slotId = IntakeClient.openSlot();
    Map<String, Object> body = IntakeClient.bidBody();
    body.put(field, value.equals("600001") ? (Object) 600_001 : value);
    long size = log.size();

    ValidatableResponse answer = assertProblem(IntakeClient.bid(slotId, body), status, code);

    if (status == 400) {
      answer.body("field", equalTo(field)).body("detail", containsString(field));
    }
    assertThat(log.size()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "[]",
        "\"x\"",
        "{\"amount\": {}}",
        "{\"amount\": true}",
        "{\"latencyMs\": 1.5}",
        "{} {}"
      })
  void shouldRefuseABodyThatIsNoBid(String body) {
    String slotId = IntakeClient.openSlot();

    assertProblem(IntakeClient.bid(slotId, body), 400, "INVALID_REQUEST")
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void shouldNameTheFieldOfTheWrongType() {
    assertProblem(
            IntakeClient.bid(IntakeClient.openSlot(), "{\"amount\": {}}"), 400, "INVALID_REQUEST")
        .body("field", equalTo("amount"));
  }

  @Test
  void shouldRefuseBidsForASlotThatDoesNotExist() {
    String slotId = IntakeClient.freshSlotId();

    assertProblem(IntakeClient.bid(slotId, IntakeClient.bidBody()), 404, "UNKNOWN_SLOT");
    assertProblem(given().get("/v1/slots/{id}", slotId).then(), 404, "UNKNOWN_SLOT");
    assertProblem(IntakeClient.close(slotId), 404, "UNKNOWN_SLOT");
  }

  @Test
  void shouldRefuseBidsBeforeTheOpening() {
    String slotId = IntakeClient.freshSlotId();
    Map<String, Object> body = IntakeClient.slotBody();
    body.put("opensAt", Instant.now().plusSeconds(600).toString());
    IntakeClient.put(slotId, body).statusCode(201);

    assertProblem(IntakeClient.bid(slotId, IntakeClient.bidBody()), 409, "SLOT_NOT_OPEN_YET");
  }

  @Test
  void shouldRefuseASlotThatWouldBeOverAtOnce() {
    Map<String, Object> body = IntakeClient.slotBody();
    body.put("closesAt", Instant.now().minusSeconds(1).toString());

    assertProblem(IntakeClient.put(IntakeClient.freshSlotId(), body), 400, "INVALID_REQUEST")
        .body("field", equalTo("closesAt"));
  }

  @Test
  void shouldCloseASlotByAMarkerInItsPartitionAndRefuseBidsAfterwards()
      throws MalformedEventException {
    String slotId = IntakeClient.openSlot();
    JsonPath receipt =
        IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202).extract().jsonPath();

    JsonPath closing =
        IntakeClient.close(slotId)
            .statusCode(202)
            .body("slotId", equalTo(slotId))
            .extract()
            .jsonPath();

    assertThat(closing.getInt("partition")).isEqualTo(receipt.getInt("partition"));
    assertThat(closing.getLong("offset")).isGreaterThan(receipt.getLong("offset"));
    assertThat(log.eventAt(closing.getInt("partition"), closing.getLong("offset")))
        .isInstanceOf(AuctionEvent.CloseMarked.class);
    assertProblem(IntakeClient.bid(slotId, IntakeClient.bidBody()), 409, "SLOT_CLOSED");
    given().get("/v1/slots/{id}", slotId).then().body("state", equalTo("CLOSED"));
    IntakeClient.close(slotId).statusCode(202);
  }

  @Test
  void shouldRefuseBidsAfterAMarkerThatSomebodyElseAppended() {
    String slotId = IntakeClient.openSlot();
    log.append(new AuctionEvent.CloseMarked(new SlotId(slotId), CloseCause.TIMER, Instant.now()));

    await()
        .untilAsserted(
            () -> given().get("/v1/slots/{id}", slotId).then().body("state", equalTo("CLOSED")));
    assertProblem(IntakeClient.bid(slotId, IntakeClient.bidBody()), 409, "SLOT_CLOSED");
  }

  @Test
  void shouldAnswerWithAProblemWhateverIsWrongWithTheRequest() {
    assertProblem(given().get("/v1/nothing").then(), 404, "NOT_FOUND");
    assertProblem(given().get("/nothing").then(), 404, "NOT_FOUND");
    assertProblem(given().delete("/v1/slots/s").then(), 405, "METHOD_NOT_ALLOWED");
    assertProblem(
        given().contentType("text/plain").body("x").post("/v1/slots/s/bids").then(),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    assertProblem(given().accept("text/html").get("/v1/slots/s").then(), 406, "NOT_ACCEPTABLE");
    assertProblem(given().get("/v1/slots/{id}", "a b").then(), 400, "INVALID_REQUEST")
        .body("field", equalTo("slotId"));
  }

  @Test
  void shouldRefuseABodyThatIsTooLarge() {
    Map<String, Object> body = IntakeClient.bidBody();
    body.put("accountId", "x".repeat(70_000));

    assertProblem(IntakeClient.bid("s", body), 413, "BODY_TOO_LARGE");

    body.put("accountId", "x".repeat(2_000_000));
    assertProblem(IntakeClient.bid("s", body), 413, "BODY_TOO_LARGE");
  }

  @Test
  void shouldDescribeItselfAndCountItsAnswers() {
    String slotId = IntakeClient.openSlot();
    IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202);
    Map<String, Object> low = IntakeClient.bidBody();
    low.put("amount", "0.1");
    IntakeClient.bid(slotId, low).statusCode(422);

    String metrics =
        given()
            .get("/q/metrics")
            .then()
            .statusCode(200)
            .body(containsString("exchange_ingest_bids_refused_total{code=\"BELOW_FLOOR\"}"))
            .extract()
            .asString();
    assertThat(MetricsPage.parse(metrics).deviationsFrom(Metric.Owner.INGEST)).isEmpty();
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.size()", greaterThanOrEqualTo(3));
    given().get("/q/health/live").then().statusCode(200);
  }

  private static ValidatableResponse assertProblem(
      ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("title", not(equalTo("")))
        .body("detail", not(equalTo("")))
        .body("instance", startsWith("/"))
        .body(
            "type",
            equalTo(
                "https://quantedge.io/problems/"
                    + code.toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
