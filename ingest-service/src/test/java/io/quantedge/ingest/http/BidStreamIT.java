package io.quantedge.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.testing.HostileInputs;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.LogAccess;
import io.quantedge.ingest.testing.StreamClient;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of bids over a real broker. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
class BidStreamIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject MeterRegistry registry;

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
  void shouldAnswerEachLineInOrderWithItsReceiptOrItsProblem()
      throws IOException, MalformedEventException {
    String slotId = IntakeClient.openSlot();
    int lines = 5_000;
    try (StreamClient client = new StreamClient(RestAssured.port)) {
      Thread writer = Thread.ofVirtual().start(() -> sendAll(client, slotId, lines));
      List<String> results = readAll(client);
      join(writer);

      assertThat(client.head()).startsWith("HTTP/1.1 200").contains("application/x-ndjson");
      assertThat(results).hasSize(lines);
      for (int i = 0; i < lines; i++) {
        assertThat(results.get(i))
            .startsWith(
                "{\"line\":%d,\"status\":%d,\"%s\":{"
                    .formatted(
                        i + 1, i % 7 == 0 ? 422 : 202, i % 7 == 0 ? "problem" : "receipt"));
      }
      JsonPath first = JsonPath.from(results.getFirst());
      assertThat(first.getString("problem.code")).isEqualTo("BELOW_FLOOR");
      assertThat(first.getString("problem.instance")).isEqualTo("/v1/bids");
      JsonPath last = JsonPath.from(results.getLast());
      AuctionEvent event =
          log.eventAt(last.getInt("receipt.partition"), last.getLong("receipt.offset"));
      assertThat(((AuctionEvent.BidPlaced) event).bid().bidId())
          .hasToString(last.getString("receipt.bidId"));
    }
  }

  @Test
  void shouldGoOnAfterWhatIsNoBid() throws IOException {
    String slotId = IntakeClient.openSlot();
    String good = HostileInputs.good(slotId);
    try (StreamClient client = new StreamClient(RestAssured.port)) {
      client.sendLine(good);
      client.sendLine("");
      client.sendLine(" \t\r");
      client.sendLine("no bid");
      client.send(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}', '\n'});
      client.sendLine("x".repeat(100_000));
      client.sendLine(good + "\r");
      client.send(good.getBytes(StandardCharsets.UTF_8));
      client.finish();

      List<String> results = readAll(client);

      assertThat(results)
          .extracting(each -> JsonPath.from(each).getInt("line"))
          .containsExactly(1, 4, 5, 6, 7, 8);
      assertThat(results)
          .extracting(each -> JsonPath.from(each).getInt("status"))
          .containsExactly(202, 400, 400, 413, 202, 202);
    }
  }

  @Test
  void shouldAnswerWhileTheClientStillSends() throws IOException {
    String slotId = IntakeClient.openSlot();
    try (StreamClient client = new StreamClient(RestAssured.port)) {
      for (int i = 1; i <= 3; i++) {
        client.sendLine(HostileInputs.good(slotId));
        client.flush();
        assertThat(JsonPath.from(client.readLine().orElseThrow()).getInt("line")).isEqualTo(i);
      }
      client.finish();
      assertThat(client.readLine()).isEmpty();
    }
  }

  @Test
  void shouldStopReadingWhileTheClientDoesNotReadAndLoseNothing()
      throws IOException, InterruptedException {
    String slotId = IntakeClient.openSlot();
    // Refused and long: what fills the buffers between the two must not fill the log and the store.
    String line =
        HostileInputs.good(slotId)
            .replace("5.4000", "0.5")
            .replaceFirst("}$", ",\"x\":\"" + "x".repeat(4_000) + "\"}");
    int lines = 20_000;
    AtomicInteger sent = new AtomicInteger();
    try (StreamClient client = new StreamClient(RestAssured.port)) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (int i = 0; i < lines; i++) {
                    client.sendLine(line);
                    sent.incrementAndGet();
                  }
                  client.finish();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      AtomicInteger before = new AtomicInteger(-1);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(700))
          .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
      assertThat(sent.get()).as("lines sent while no result was read").isLessThan(lines);
      assertThat(readAll(client)).hasSize(lines);
      writer.join();
    }
  }

  @Test
  void shouldForgetAClientThatIsGoneAndKeepWhatItTook() throws IOException {
    String slotId = IntakeClient.openSlot();
    long size = log.size();
    try (StreamClient client = new StreamClient(RestAssured.port)) {
      for (int i = 0; i < 500; i++) {
        client.sendLine(HostileInputs.good(slotId));
      }
      client.flush();
      await().atMost(PATIENCE).until(() -> openStreams() == 1);
    }

    await().atMost(PATIENCE).until(() -> openStreams() == 0);
    assertThat(log.size()).isGreaterThanOrEqualTo(size);
    IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202);
  }

  @Test
  void shouldRefuseMoreStreamsThanThereMayBe() throws IOException {
    List<StreamClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 16; i++) {
        clients.add(new StreamClient(RestAssured.port));
      }
      await().atMost(PATIENCE).until(() -> openStreams() == 16);
      IntakeClient.stream("application/x-ndjson", "{}")
          .statusCode(503)
          .header("Retry-After", "1")
          .body("code", equalTo("OVERLOADED"));
    } finally {
      for (StreamClient client : clients) {
        client.close();
      }
    }
    await().atMost(PATIENCE).until(() -> openStreams() == 0);
  }

  @Test
  void shouldTakeNothingButAStream() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/bids")
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    given()
        .get("/v1/bids")
        .then()
        .statusCode(405)
        .header("Allow", "POST")
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
    IntakeClient.stream("application/x-ndjson; charset=utf-8", "\n").statusCode(200);
  }

  private double openStreams() {
    return registry.get("exchange.ingest.streams").gauge().value();
  }

  private static void sendAll(StreamClient client, String slotId, int lines) {
    String good = HostileInputs.good(slotId);
    try {
      for (int i = 0; i < lines; i++) {
        client.sendLine(i % 7 == 0 ? good.replace("5.4000", "0.5") : good);
      }
      client.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> readAll(StreamClient client) throws IOException {
    List<String> results = new ArrayList<>();
    for (Optional<String> line = client.readLine(); line.isPresent(); line = client.readLine()) {
      results.add(line.get());
    }
    return results;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
