package io.quantedge.ingest.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.ingest.testing.HostileInputs;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.TopicAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bids over Kafka, and the same bid over every door. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
class SubmissionsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicAccess topics;

  @BeforeEach
  void openTopics() {
    topics =
        new TopicAccess(
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  void shouldTakePlainJsonAndCloudEventsOfBothModes() {
    String slotId = IntakeClient.openSlot();
    String good = HostileInputs.good(slotId);
    String binaryId = UUID.randomUUID().toString();
    String structuredId = UUID.randomUUID().toString();
    topics.submit(bytes(good), Map.of());
    topics.submit(
        bytes(good),
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_type",
            "bid",
            "ce_source",
            "/x",
            "ce_id",
            binaryId,
            "content-type",
            "application/json"));
    topics.submit(
        bytes(
            """
            {"specversion":"1.0","type":"bid","source":"/x","id":"%s","data":%s}\
            """
                .formatted(structuredId, good)),
        Map.of("content-type", "application/cloudevents+json"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(topics.bids(slotId))
                .hasSize(3)
                .containsKeys(binaryId, structuredId)
                .allSatisfy((id, places) -> assertThat(places).hasSize(1)));
  }

  @Test
  void shouldTellWhatWasRefusedAndWhy() {
    String slotId = IntakeClient.openSlot();
    String low = HostileInputs.good(slotId).replace("5.4000", "0.5");
    RecordMetadata belowFloor = topics.submit(bytes(low), Map.of());
    RecordMetadata unknownSlot = topics.submit(bytes(HostileInputs.good("no-such-slot")), Map.of());

    assertThat(awaitRejection(belowFloor).code()).isEqualTo("BELOW_FLOOR");
    assertThat(awaitRejection(belowFloor).slotId()).contains(slotId);
    assertThat(awaitRejection(belowFloor).submission()).isEqualTo(low);
    assertThat(awaitRejection(unknownSlot).code()).isEqualTo("UNKNOWN_SLOT");
    assertThat(topics.bids(slotId)).isEmpty();
  }

  @Test
  void shouldKnowABidWhicheverDoorItComesThroughAgain() {
    String slotId = IntakeClient.openSlot();
    Map<String, Object> body = IntakeClient.bidBody();
    JsonPath receipt = IntakeClient.bid(slotId, body).statusCode(202).extract().jsonPath();
    String bidId = receipt.getString("bidId");
    body.put("slotId", slotId);

    IntakeClient.bid(slotId, body)
        .statusCode(202)
        .body("offset", org.hamcrest.Matchers.equalTo(receipt.getInt("offset")));
    JsonPath line = stream(json(body));
    RecordMetadata repeat = topics.submit(bytes(json(body)), Map.of());
    body.put("amount", "9.9000");
    IntakeClient.bid(slotId, body)
        .statusCode(409)
        .body("code", org.hamcrest.Matchers.equalTo("CONFLICTING_BID"));
    RecordMetadata conflict = topics.submit(bytes(json(body)), Map.of());

    assertThat(line.getLong("receipt.offset")).isEqualTo(receipt.getLong("offset"));
    assertThat(line.getString("receipt.acceptedAt")).isEqualTo(receipt.getString("acceptedAt"));
    assertThat(stream(json(body)).getInt("status")).isEqualTo(409);
    assertThat(awaitRejection(conflict).code()).isEqualTo("CONFLICTING_BID");
    assertThat(awaitRejection(conflict).bidId()).contains(bidId);
    assertThat(topics.rejections()).doesNotContainKey(place(repeat));
    assertThat(topics.bids(slotId)).containsOnlyKeys(bidId);
    assertThat(topics.bids(slotId).get(bidId))
        .isEqualTo(List.of(receipt.getInt("partition") + "/" + receipt.getLong("offset")));
  }

  private static JsonPath stream(String line) {
    return JsonPath.from(
        IntakeClient.stream("application/x-ndjson", line).statusCode(200).extract().asString());
  }

  private RejectedSubmission awaitRejection(RecordMetadata submission) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> Optional.ofNullable(topics.rejections().get(place(submission))),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String place(RecordMetadata metadata) {
    return metadata.partition() + "/" + metadata.offset();
  }

  private static String json(Map<String, Object> body) {
    StringBuilder json = new StringBuilder("{");
    body.forEach((name, value) ->
        json.append(json.length() > 1 ? "," : "").append('"' + name + "\":\"" + value + '"'));
    return json.append('}').toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
