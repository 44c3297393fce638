package io.quantedge.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantedge.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bidders that go on whatever happens: each sends one bid after the other, and the same bid again
 * until it is acknowledged. Remembers every receipt. Thread-safe.
 */
final class SteadyLoad implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int BETWEEN_BIDS_MILLIS = 40;
  private static final int BEFORE_A_REPEAT_MILLIS = 250;
  private static final Set<Integer> SEND_AGAIN = Set.of(429, 500, 502, 503, 504);
  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");

  private final URI ingest;
  private final List<String> slots;
  private final List<String> accounts;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final AtomicBoolean goesOn = new AtomicBoolean(true);
  private final Map<UUID, Receipt> receipts = new ConcurrentHashMap<>();
  private final AtomicLong sentAgain = new AtomicLong();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final List<Thread> bidders = new ArrayList<>();

  /** What the exchange owes a bidder. */
  record Receipt(String slotId, UUID bidId, int partition, long offset, Instant acceptedAt) {}

  SteadyLoad(URI ingest, List<String> slots, List<String> accounts) {
    this.ingest = ingest;
    this.slots = slots;
    this.accounts = accounts;
  }

  SteadyLoad start(int bidderCount, long seed) {
    for (int i = 0; i < bidderCount; i++) {
      Random random = new Random(seed + i);
      bidders.add(Thread.ofVirtual().start(() -> bid(random)));
    }
    return this;
  }

  private void bid(Random random) {
    try {
      while (goesOn.get()) {
        String slot = slots.get(random.nextInt(slots.size()));
        UUID bidId = new UUID(random.nextLong(), random.nextLong());
        HttpRequest request = request(slot, body(bidId, random));
        while (!isAnswered(request, slot, bidId)) {
          sentAgain.incrementAndGet();
          TimeUnit.MILLISECONDS.sleep(BEFORE_A_REPEAT_MILLIS);
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_BIDS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String body(UUID bidId, Random random) {
    ObjectNode body = Json.mapper().createObjectNode();
    return body.put("bidId", bidId.toString())
        .put("accountId", accounts.get(random.nextInt(accounts.size())))
        .put("region", REGIONS.get(random.nextInt(REGIONS.size())))
        .put("amount", "%d.%02d".formatted(1 + random.nextInt(9), random.nextInt(100)))
        .put("currency", "USD")
        .toString();
  }

  private HttpRequest request(String slot, String body) {
    return HttpRequest.newBuilder(ingest.resolve("/v1/slots/" + slot + "/bids"))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private boolean isAnswered(HttpRequest request, String slot, UUID bidId)
      throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 202) {
        receipts.put(bidId, receipt(slot, bidId, response.body()));
        return true;
      }
      if (SEND_AGAIN.contains(response.statusCode())) {
        return false;
      }
      refusals.add(response.statusCode() + " " + response.body());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Receipt receipt(String slot, UUID bidId, String body) throws IOException {
    JsonNode answer = Json.mapper().readTree(body);
    return new Receipt(
        slot,
        bidId,
        answer.path("partition").intValue(),
        answer.path("offset").longValue(),
        Instant.parse(answer.path("acceptedAt").asText()));
  }

  /** So many bids are acknowledged by now. */
  int acknowledged() {
    return receipts.size();
  }

  /** So many requests were not acknowledged and repeated. */
  long sentAgain() {
    return sentAgain.get();
  }

  /** Answers that nobody may get for a valid bid. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  List<Receipt> receipts() {
    return List.copyOf(receipts.values());
  }

  /** Sends nothing new and waits until every bid that was sent is acknowledged. */
  void stop() throws InterruptedException {
    goesOn.set(false);
    for (Thread bidder : bidders) {
      if (!bidder.join(Duration.ofSeconds(60))) {
        throw new IllegalStateException("a bid was not acknowledged within a minute");
      }
    }
  }

  @Override
  public void close() {
    goesOn.set(false);
    bidders.forEach(Thread::interrupt);
    http.shutdownNow();
  }
}
