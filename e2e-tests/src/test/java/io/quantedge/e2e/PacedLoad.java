package io.quantedge.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.localstack.stack.StackAddresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Many slots and a steady rate of bids: each sender posts a part of a second's bids as one NDJSON
 * body, and sleeps until the next part is due. What cannot be sent in time is not made up for, so
 * the rate that was reached is asked afterwards. Used once.
 */
final class PacedLoad implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");
  private static final int SENDERS = 4;
  private static final int PARTS_PER_SECOND = 2;
  private static final int OPENERS = 16;
  private static final int ADVERTISERS = 40;
  private static final String PUBLISHER = "load-publisher";

  private final StackAddresses at;
  private final String name;
  private final int slots;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  PacedLoad(StackAddresses at, String name, int slots) {
    this.at = at;
    this.name = name;
    this.slots = slots;
  }

  /** Opens accounts and slots. */
  void open(Instant closesAt) throws Exception {
    put(
        at.settlement().resolve("/v1/accounts/" + PUBLISHER),
        Json.mapper()
            .createObjectNode()
            .put("type", "PUBLISHER")
            .put("name", "Publisher")
            .put("currency", "USD"));
    for (int i = 0; i < ADVERTISERS; i++) {
      put(
          at.settlement().resolve("/v1/accounts/" + account(i)),
          Json.mapper()
              .createObjectNode()
              .put("type", "ADVERTISER")
              .put("name", "Advertiser " + i)
              .put("currency", "USD")
              .put("creditLimit", "1000000"));
    }
    inParallel(
        OPENERS,
        opener -> {
          for (int i = opener; i < slots; i += OPENERS) {
            put(
                at.ingest().resolve("/v1/slots/" + slot(i)),
                Json.mapper()
                    .createObjectNode()
                    .put("publisherId", PUBLISHER)
                    .put("name", "Slot " + i)
                    .put("floor", "1")
                    .put("currency", "USD")
                    .put("pricing", "SECOND_PRICE")
                    .put("closesAt", closesAt.toString()));
          }
        });
  }

  private static String account(int number) {
    return "load-advertiser-" + number;
  }

  private String slot(int number) {
    return "%s-%04d".formatted(name, number);
  }

  /** Sends for so long; returns when every answer is there. */
  void send(int bidsPerSecond, Duration duration, long seed) throws Exception {
    int lines = bidsPerSecond / SENDERS / PARTS_PER_SECOND;
    long parts = duration.toSeconds() * PARTS_PER_SECOND;
    long begin = System.nanoTime();
    inParallel(
        SENDERS,
        sender -> {
          SplittableRandom random = new SplittableRandom(seed + sender);
          for (long part = 0; part < parts; part++) {
            long due = begin + part * TimeUnit.SECONDS.toNanos(1) / PARTS_PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            sendPart(lines, random);
          }
        });
  }

  private void sendPart(int lines, SplittableRandom random)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder(lines * 160);
    for (int i = 0; i < lines; i++) {
      body.append(
          """
          {"bidId":"%s","slotId":"%s","accountId":"%s","region":"%s","amount":"%d.%02d","currency":"USD"}
          """
              .formatted(
                  new UUID(random.nextLong(), random.nextLong()),
                  slot(random.nextInt(slots)),
                  account(random.nextInt(ADVERTISERS)),
                  REGIONS.get(random.nextInt(REGIONS.size())),
                  1 + random.nextInt(9),
                  random.nextInt(100)));
    }
    HttpRequest request =
        HttpRequest.newBuilder(at.ingest().resolve("/v1/bids"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    http.send(request, HttpResponse.BodyHandlers.ofLines()).body().forEach(this::note);
  }

  private void note(String line) {
    (line.contains("\"status\":202") ? acknowledged : refused).incrementAndGet();
  }

  long acknowledged() {
    return acknowledged.get();
  }

  long refused() {
    return refused.get();
  }

  private void put(URI uri, ObjectNode body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(uri + ": " + response.statusCode() + " " + response.body());
    }
  }

  private interface Work {
    void of(int worker) throws Exception;
  }

  private static void inParallel(int workers, Work work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> all =
          IntStream.range(0, workers)
              .mapToObj(worker ->
                  threads.submit(() -> {
                    work.of(worker);
                    return true;
                  }))
              .toList();
      for (Future<Boolean> one : all) {
        one.get();
      }
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
