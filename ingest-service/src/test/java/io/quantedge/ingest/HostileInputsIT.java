package io.quantedge.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.ingest.testing.HostileInputs;
import io.quantedge.ingest.testing.HostileInputs.Input;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.StreamClient;
import io.quantedge.ingest.testing.TopicAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Some hundred malformed and hostile inputs through every door: each gets a clear refusal, nothing
 * breaks, and the good bids between them are all taken.
 */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
class HostileInputsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int GOOD_EVERY = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private String slotId = "";
  private List<Input> inputs = List.of();

  @BeforeEach
  void openSlot() {
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    slotId = IntakeClient.openSlot();
    inputs = HostileInputs.all(slotId);
    assertThat(inputs.size()).isGreaterThanOrEqualTo(300);
  }

  @Test
  void shouldRefuseEachOfThemOverHttp() throws IOException, InterruptedException {
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      // The path names the slot, so a body may leave it out.
      if (!input.name().equals("slotId is missing") && !input.name().equals("slotId is null")) {
        assertRefused(input, post(HttpRequest.BodyPublishers.ofByteArray(input.value())));
      }
      if (i % GOOD_EVERY == 0) {
        assertThat(post(HttpRequest.BodyPublishers.ofString(HostileInputs.good(slotId))))
            .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(202));
      }
    }
    byte[] huge = HostileInputs.huge(slotId);
    assertThat(post(HttpRequest.BodyPublishers.ofByteArray(huge)).statusCode()).isEqualTo(413);
    HttpResponse<String> chunked =
        post(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)));
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(bids()).hasSize((inputs.size() + GOOD_EVERY - 1) / GOOD_EVERY);
  }

  @Test
  void shouldRefuseEachOfThemInAStream() throws IOException {
    List<Input> lines = new ArrayList<>();
    inputs.stream().filter(Input::isOneLine).forEach(lines::add);
    lines.add(new Input("ten megabytes", HostileInputs.huge(slotId), "BODY_TOO_LARGE"));
    byte[] good = (HostileInputs.good(slotId) + "\n").getBytes(StandardCharsets.UTF_8);
    try (StreamClient client = new StreamClient(RestAssured.port)) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (Input line : lines) {
                    client.send(line.value());
                    client.send(new byte[] {'\n'});
                    client.send(good);
                  }
                  client.finish();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      for (Input line : lines) {
        JsonPath refused = JsonPath.from(client.readLine().orElseThrow());
        assertThat(refused.getString("problem.code")).as(line.name()).isEqualTo(line.code());
        assertThat(refused.getInt("status")).as(line.name()).isBetween(400, 499);
        JsonPath taken = JsonPath.from(client.readLine().orElseThrow());
        assertThat(taken.getInt("status")).as("after " + line.name()).isEqualTo(202);
      }
      assertThat(client.readLine()).isEmpty();
      join(writer);
    }
    assertThat(bids()).hasSize(lines.size());
  }

  @Test
  void shouldRejectEachOfThemOverKafka() {
    Map<String, Input> submitted = new LinkedHashMap<>();
    try (TopicAccess topics = topics()) {
      int good = 0;
      for (Input input : inputs) {
        RecordMetadata metadata = topics.submit(input.value(), Map.of());
        submitted.put(metadata.partition() + "/" + metadata.offset(), input);
        if (submitted.size() % GOOD_EVERY == 0) {
          topics.submit(HostileInputs.good(slotId).getBytes(StandardCharsets.UTF_8), Map.of());
          good++;
        }
      }
      int expectedBids = good;
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            assertThat(topics.rejections().keySet()).containsAll(submitted.keySet());
            assertThat(topics.bids(slotId)).hasSize(expectedBids);
          });
      Map<String, RejectedSubmission> rejections = topics.rejections();
      submitted.forEach((place, input) -> {
        assertThat(rejections.get(place).code()).as(input.name()).isEqualTo(input.code());
        assertThat(rejections.get(place).cause()).as(input.name()).isNotBlank();
      });
    }
  }

  @Test
  void shouldTakeTheUnusualThroughEveryDoor() throws IOException, InterruptedException {
    List<Input> harmless = HostileInputs.harmless(slotId);
    try (TopicAccess topics = topics();
        StreamClient client = new StreamClient(RestAssured.port)) {
      for (Input input : harmless) {
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(input.value())).statusCode())
            .as(input.name())
            .isEqualTo(202);
        client.send(input.value());
        client.send(new byte[] {'\n'});
        topics.submit(input.value(), Map.of());
      }
      client.finish();
      for (Input input : harmless) {
        Optional<String> line = client.readLine();
        assertThat(JsonPath.from(line.orElseThrow()).getInt("status"))
            .as(input.name())
            .isEqualTo(202);
      }
      await().atMost(PATIENCE).until(() -> bids().size() == 3 * harmless.size());
    }
  }

  private static void assertRefused(Input input, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(input.name()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(input.name())
        .startsWith("application/problem+json");
    JsonPath problem = JsonPath.from(answer.body());
    assertThat(problem.getString("code")).as(input.name()).isEqualTo(input.code());
    assertThat(problem.getString("detail")).as(input.name()).isNotBlank();
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/v1/slots/%s/bids".formatted(RestAssured.port, slotId)))
            .header("Content-Type", "application/json")
            .version(HttpClient.Version.HTTP_1_1)
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Map<String, List<String>> bids() {
    try (TopicAccess topics = topics()) {
      return topics.bids(slotId);
    }
  }

  private static TopicAccess topics() {
    return new TopicAccess(
        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
