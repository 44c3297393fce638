package io.quantedge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.ingest.testing.HostileInputs;
import io.quantedge.ingest.testing.PackagedIngest;
import io.quantedge.ingest.testing.StreamClient;
import io.quantedge.ingest.testing.TopicAccess;
import io.quantedge.localstack.LocalDynamoDb;
import io.quantedge.localstack.LocalKafka;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only a process of its own can show: its memory, and its end. */
class PackagedIngestIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int HEAP_MEBIBYTES = 96;

  /** Set {@code exchange.test.stream.lines} to a million for the whole claim. */
  private static final int LINES = Integer.getInteger("exchange.test.stream.lines", 150_000);

  private static final int BYTES_PER_LINE = 1_500;

  private static LocalKafka kafka;
  private static LocalDynamoDb dynamoDb;

  @BeforeAll
  static void startStores() {
    kafka = LocalKafka.start();
    dynamoDb = LocalDynamoDb.start();
  }

  @AfterAll
  static void stopStores() {
    dynamoDb.close();
    kafka.close();
  }

  @Test
  void shouldTakeAStreamThatIsMuchLargerThanItsMemory() throws IOException, InterruptedException {
    try (PackagedIngest ingest = start()) {
      String slotId = ingest.openSlot();
      String good = HostileInputs.good(slotId);
      String refused = good.replace("5.4000", "0.5").replaceFirst("}$", padding());
      try (StreamClient client = new StreamClient(ingest.port())) {
        Thread writer =
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    for (int i = 0; i < LINES; i++) {
                      client.sendLine(i % 10 == 0 ? good : refused);
                    }
                    client.finish();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
        long results = 0;
        for (Optional<String> line = client.readLine();
            line.isPresent();
            line = client.readLine()) {
          results++;
          assertThat(line.get()).startsWith("{\"line\":" + results + ",");
        }
        writer.join();
        assertThat(results).isEqualTo(LINES);
        assertThat((long) LINES * BYTES_PER_LINE).isGreaterThan(2L * HEAP_MEBIBYTES << 20);
      }
      assertThat(ingest.isRunning()).isTrue();
    }
  }

  @Test
  void shouldFinishWhatItTookWhenItIsToldToEndUnderLoad() throws IOException, InterruptedException {
    try (PackagedIngest ingest = start();
        TopicAccess topics = new TopicAccess(kafka.bootstrapServers())) {
      String slotId = ingest.openSlot();
      String good = HostileInputs.good(slotId);
      AtomicBoolean over = new AtomicBoolean();
      AtomicLong singles = new AtomicLong();
      List<String> receipts = Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < 5_000; i++) {
        topics.submitLater(good.getBytes(StandardCharsets.UTF_8));
      }
      Thread single =
          Thread.ofVirtual()
              .start(() -> {
                while (!over.get()) {
                  try {
                    HttpResponse<String> answer = ingest.bid(slotId, good);
                    if (answer.statusCode() == 202) {
                      receipts.add(answer.body());
                      singles.incrementAndGet();
                    }
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      List<String> results = new ArrayList<>();
      try (StreamClient client = new StreamClient(ingest.port())) {
        Thread writer = Thread.ofPlatform().start(() -> sendUntilRefused(client, good, over));
        for (int i = 0; i < 5_000; i++) {
          results.add(client.readLine().orElseThrow());
        }
        await().atMost(PATIENCE).until(() -> singles.get() > 20);

        ingest.terminate();

        for (Optional<String> line = client.readLine();
            line.isPresent();
            line = client.readLine()) {
          results.add(line.get());
        }
        over.set(true);
        writer.join();
      }
      assertThat(ingest.awaitExit(25)).isEqualTo(143);
      single.join();

      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i))
            .startsWith("{\"line\":" + (i + 1) + ",\"status\":202,\"receipt\":{");
        receipts.add(results.get(i).replaceFirst(".*\"receipt\":", "").replaceFirst("}$", ""));
      }
      assertThat(receipts).hasSizeGreaterThan(5_020);
      Map<String, List<String>> bids = topics.bids(slotId);
      List<String> missing = new ArrayList<>();
      for (String receipt : receipts) {
        if (!isInLog(bids, receipt)) {
          missing.add(receipt);
        }
      }
      assertThat(missing).as("acknowledged and not in the log").isEmpty();
      assertThat(topics.committedSubmissions("bid-intake"))
          .as("submissions that were committed and are not in the log")
          .isLessThanOrEqualTo(bids.size() - receipts.size());
    }
  }

  private static PackagedIngest start() {
    PackagedIngest ingest =
        PackagedIngest.start(
            kafka.bootstrapServers(), dynamoDb.endpoint(), HEAP_MEBIBYTES, Map.of());
    await().atMost(PATIENCE).until(ingest::isReady);
    return ingest;
  }

  private static void sendUntilRefused(StreamClient client, String line, AtomicBoolean over) {
    try {
      while (!over.get()) {
        client.sendLine(line);
      }
    } catch (IOException e) {
      // The service closed the connection, as it should.
      over.set(true);
    }
  }

  private static boolean isInLog(Map<String, List<String>> bids, String receipt) {
    String bidId = field(receipt, "\"bidId\":\"", "\"");
    String place = field(receipt, "\"partition\":", ",") + "/" + field(receipt, "\"offset\":", "}");
    return bids.getOrDefault(bidId, List.of()).contains(place);
  }

  private static String field(String json, String before, String after) {
    int from = json.indexOf(before) + before.length();
    int to = json.indexOf(after, from);
    return json.substring(from, to < 0 ? json.length() : to);
  }

  private static String padding() {
    return ",\"x\":\"" + "x".repeat(BYTES_PER_LINE - 150) + "\"}";
  }
}
