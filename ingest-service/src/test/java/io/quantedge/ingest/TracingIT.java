package io.quantedge.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.KeysResource;
import io.quantedge.ingest.testing.LogAccess;
import io.quantedge.ingest.testing.RecordedSpans;
import io.quantedge.ingest.testing.RecordedSpans.Caller;
import io.quantedge.ingest.testing.RecordedSpans.Traced;
import io.quantedge.ingest.testing.TopicAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the caller's trace into the header of the record that the log holds. */
@QuarkusTest
@TestProfile(Traced.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
@QuarkusTestResource(KeysResource.class)
class TracingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject RecordedSpans spans;
  private final Caller caller = Caller.fresh();
  private LogAccess log;

  @BeforeEach
  void openLog() {
    log = new LogAccess(bootstrapServers());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void shouldAppendABidInTheTraceOfItsRequest() {
    String slotId = IntakeClient.openSlot();

    JsonPath receipt =
        given()
            .header("traceparent", caller.traceparent())
            .contentType("application/json")
            .body(IntakeClient.bidBody())
            .post("/v1/slots/{id}/bids", slotId)
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();

    SpanData append = ofCaller("append bid");
    SpanData request =
        spans
            .await(
                1,
                span ->
                    span.getKind() == SpanKind.SERVER
                        && span.getSpanId().equals(append.getParentSpanId()))
            .getFirst();
    assertThat(request.getParentSpanId()).isEqualTo(caller.spanId());
    assertThat(append.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(append.getAttributes().get(AttributeKey.longKey("messaging.kafka.offset")))
        .isEqualTo(receipt.getLong("offset"));
    assertThat(append.getAttributes().get(AttributeKey.stringKey("messaging.destination.name")))
        .isEqualTo("auction-events");
    assertThat(log.headerAt(receipt.getInt("partition"), receipt.getLong("offset"), "traceparent"))
        .isEqualTo(RecordedSpans.traceparent(append.getSpanContext()));
  }

  @Test
  void shouldAppendACloseMarkerInTheTraceOfItsRequest() {
    String slotId = IntakeClient.openSlot();

    JsonPath closing =
        given()
            .header("traceparent", caller.traceparent())
            .post("/v1/slots/{id}/close", slotId)
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();

    assertThat(log.headerAt(closing.getInt("partition"), closing.getLong("offset"), "traceparent"))
        .isEqualTo(RecordedSpans.traceparent(ofCaller("append close marker").getSpanContext()));
  }

  @Test
  void shouldAppendASubmissionInTheTraceOfItsProducer() {
    Map<String, Object> body = new HashMap<>(IntakeClient.bidBody());
    body.put("slotId", IntakeClient.openSlot());
    try (TopicAccess topics = new TopicAccess(bootstrapServers())) {
      topics.submit(
          new JsonObject(body).encode().getBytes(StandardCharsets.UTF_8),
          Map.of("traceparent", caller.traceparent()));
    }

    assertThat(ofCaller("append bid").getParentSpanId()).isEqualTo(caller.spanId());
  }

  @Test
  void shouldNameTheTraceInAProblem() {
    given()
        .header("traceparent", caller.traceparent())
        .get("/v1/slots/{id}", IntakeClient.freshSlotId())
        .then()
        .statusCode(404)
        .body("traceId", equalTo(caller.traceId()));
  }

  private SpanData ofCaller(String name) {
    return spans
        .await(1, span -> span.getName().equals(name) && span.getTraceId().equals(caller.traceId()))
        .getFirst();
  }

  private static String bootstrapServers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
