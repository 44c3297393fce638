package io.quantedge.e2e.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.Json;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.localstack.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** People with HTTP clients: they open slots, bid, close and ask. Thread-safe but for its seed. */
final class Traders implements AutoCloseable {
  private static final int IN_FLIGHT = 64;
  private static final int ACCOUNTS = 200;
  private static final int ACCEPTED = 202;
  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");

  private final URI ingest;
  private final RandomGenerator random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  Traders(URI ingest, long seed) {
    this.ingest = ingest;
    this.random = new Random(seed);
  }

  /** Opens a slot; its rules are a function of its number. */
  SlotId open(String prefix, int number, Instant closesAt) {
    SlotId slotId = new SlotId(prefix + "-" + number);
    Map<String, Object> body =
        Map.of(
            "publisherId",
            "publisher",
            "name",
            "slot " + slotId,
            "floor",
            "1.00",
            "currency",
            "USD",
            "pricing",
            PricingRule.values()[number % 2].name(),
            "ranking",
            RankingRule.values()[number / 2 % 2].name(),
            "increment",
            "0.01",
            "closesAt",
            closesAt.toString());
    int status = send("PUT", "/v1/slots/" + slotId, body);
    if (status >= 300) {
      throw new AssertionError("slot " + slotId + " was not opened: " + status);
    }
    return slotId;
  }

  /** Closes a slot now; refused if it is closed already. */
  void close(SlotId slotId) {
    send("POST", "/v1/slots/" + slotId + "/close", Map.of());
  }

  /**
   * Sends bids to the slots in turn and waits for all answers.
   *
   * @return how many were acknowledged
   */
  int bid(List<SlotId> slots, int count) {
    AtomicInteger acknowledged = new AtomicInteger();
    Semaphore inFlight = new Semaphore(IN_FLIGHT);
    for (int i = 0; i < count; i++) {
      String path = "/v1/slots/" + slots.get(i % slots.size()) + "/bids";
      Map<String, Object> body = bid();
      inFlight.acquireUninterruptibly();
      senders.execute(() -> {
        try {
          if (send("POST", path, body) == ACCEPTED) {
            acknowledged.incrementAndGet();
          }
        } finally {
          inFlight.release();
        }
      });
    }
    inFlight.acquireUninterruptibly(IN_FLIGHT);
    return acknowledged.get();
  }

  /** What an evaluator answers to the operator. */
  Answer ask(PackagedService evaluator, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(evaluator.at(path))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + StackConfig.OPERATOR_KEY)
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), Json.mapper().readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A status and its JSON. */
  record Answer(int status, JsonNode body) {}

  @Override
  public void close() {
    senders.shutdownNow();
    http.shutdownNow();
  }

  /** So few amounts and qualities that ties are common. */
  private Map<String, Object> bid() {
    return Map.of(
        "bidId", new UUID(random.nextLong(), random.nextLong()).toString(),
        "accountId", "account-" + random.nextInt(ACCOUNTS),
        "region", REGIONS.get(random.nextInt(REGIONS.size())),
        "amount", BigDecimal.valueOf(100 + random.nextInt(300), 2).toPlainString(),
        "currency", "USD",
        "latencyMs", random.nextInt(200),
        "qualityScore", BigDecimal.valueOf(1 + random.nextInt(10), 1));
  }

  private int send(String method, String path, Map<String, Object> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(ingest.resolve(path))
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
