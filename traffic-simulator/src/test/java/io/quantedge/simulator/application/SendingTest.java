package io.quantedge.simulator.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantedge.contracts.json.Json;
import io.quantedge.simulator.domain.evidence.Answers;
import io.quantedge.simulator.domain.scenario.BidPurpose;
import io.quantedge.simulator.domain.scenario.Expectation;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.Scenario;
import io.quantedge.simulator.testing.RecordingListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sending against a real HTTP server that fails in the ways in which services fail. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SendingTest {
  private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
  private final CountDownLatch pauses = new CountDownLatch(10);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server = newServer(0);
  private io.quantedge.simulator.http.HttpExchange exchange = newExchange();

  /** Decides what happens to one request; the number of the try starts with 1. */
  private interface Behaviour {
    void answer(HttpExchange request, String bidId, int attempt) throws IOException;
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    exchange.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void failuresThatMayPassAreTriedAgainWithTheSameBid() throws Exception {
    serve((request, bidId, attempt) -> {
      switch (attempt) {
        case 1 -> reply(request, 503, "{\"code\":\"LOG_UNAVAILABLE\"}");
        case 2 -> reply(request, 429, "{\"code\":\"TOO_MANY\"}");
        case 3 -> request.close();
        default -> accept(request, bidId);
      }
    });

    Answers answers = send(Scenario.Order.FREE, 40, Duration.ofSeconds(30));

    assertThat(answers.acknowledged()).isEqualTo(40);
    assertThat(answers.refusedByCode()).isEmpty();
    assertThat(tries).hasSize(40).allSatisfy((id, count) -> assertThat(count).hasValue(4));
  }

  @Test
  void refusalsAreFinalAndKeepTheirCode() throws Exception {
    serve((request, bidId, attempt) -> reply(request, 422, "{\"code\":\"BELOW_FLOOR\"}"));

    Answers answers = send(Scenario.Order.FREE, 5, Duration.ofSeconds(30));

    assertThat(answers.refusedByCode()).isEqualTo(new TreeMap<>(Map.of("BELOW_FLOOR", 5L)));
    assertThat(tries).allSatisfy((id, count) -> assertThat(count).hasValue(1));
  }

  @Test
  void anAnswerThatIsNoProblemAndAReceiptThatIsNotTheBidsOwnAreRefusals() throws Exception {
    serve((request, bidId, attempt) -> {
      if (bidId.equals(id(0).toString())) {
        reply(request, 500, "oops");
      } else {
        accept(request, id(0).toString());
      }
    });

    Answers answers = send(Scenario.Order.FREE, 2, Duration.ofSeconds(30));

    assertThat(answers.refusedByCode()).containsOnlyKeys("HTTP_500", "BAD_RECEIPT");
  }

  @Test
  void whatIsNeverAnsweredStaysUnanswered() throws Exception {
    serve((request, bidId, attempt) -> reply(request, 503, "{\"code\":\"OVERLOADED\"}"));

    Answers answers = send(Scenario.Order.FREE, 3, Duration.ofMillis(300));

    assertThat(IntStream.range(0, 3).filter(answers::isAnswered).count()).isZero();
    assertThat(tries).allSatisfy((id, count) -> assertThat(count.get()).isGreaterThan(1));
  }

  @Test
  void aServiceThatIsGoneForAWhileLosesNothing() throws Exception {
    serve((request, bidId, attempt) -> accept(request, bidId));
    int port = server.getAddress().getPort();
    server.stop(0);
    Thread comesBack =
        Thread.ofVirtual()
            .start(() -> {
              awaitSomePauses();
              server = newServer(port);
              serve((request, bidId, attempt) -> accept(request, bidId));
              server.start();
            });

    Answers answers = send(Scenario.Order.FREE, 30, Duration.ofSeconds(30));
    comesBack.join();

    assertThat(answers.acknowledged()).isEqualTo(30);
    assertThat(answers.receipt(3)).hasValueSatisfying(r -> assertThat(r.offset()).isEqualTo(17));
  }

  @Test
  void aSlotsBidsArriveInTheirOrderEvenWhenSomeAreTriedAgain() throws Exception {
    serve((request, bidId, attempt) -> {
      if (attempt == 1 && ThreadLocalRandom.current().nextBoolean()) {
        reply(request, 503, "{}");
      } else {
        arrived.add(bidId);
        accept(request, bidId);
      }
    });

    send(Scenario.Order.IN_TURN_PER_SLOT, 60, Duration.ofSeconds(30));

    for (int slot = 0; slot < 3; slot++) {
      int lane = slot;
      List<String> expected =
          IntStream.range(0, 60)
              .filter(i -> i % 3 == lane)
              .mapToObj(i -> id(i).toString())
              .toList();
      assertThat(new ArrayList<>(arrived).stream().filter(expected::contains).toList())
          .isEqualTo(expected);
    }
  }

  @Test
  void anInterruptStopsAllSenders() throws Exception {
    serve((request, bidId, attempt) -> reply(request, 503, "{}"));
    Thread caller = Thread.currentThread();
    Thread interrupter =
        Thread.ofVirtual()
            .start(() -> {
              awaitSomePauses();
              caller.interrupt();
            });

    assertThatThrownBy(() -> send(Scenario.Order.FREE, 30, Duration.ofMinutes(5)))
        .isInstanceOf(InterruptedException.class);
    interrupter.join();
  }

  private Answers send(Scenario.Order order, int count, Duration patience) throws Exception {
    List<PlannedBid> bids = IntStream.range(0, count).mapToObj(SendingTest::bid).toList();
    Scenario scenario =
        new Scenario(
            "test",
            "r",
            1,
            List.of(),
            List.of(),
            bids,
            count,
            order,
            new Expectation.Replay(new TreeMap<>()));
    Persistence persistence =
        new Persistence(
            Clock.systemUTC(),
            pause -> {
              pauses.countDown();
              Thread.sleep(pause);
            },
            new Backoff(
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                bound -> ThreadLocalRandom.current().nextLong(bound)),
            patience);
    BidSender sender = new BidSender(exchange, persistence, 8);
    Answers answers = new Answers(count);
    Progress progress = new Progress(new RecordingListener(), "sending", count);
    switch (order) {
      case FREE -> sender.sendFreely(scenario, 0, count, answers, index -> {}, progress);
      case IN_TURN_PER_SLOT -> sender.sendInTurn(scenario, answers, progress);
    }
    return answers;
  }

  private void serve(Behaviour behaviour) {
    server.createContext(
        "/v1/slots",
        request -> {
          byte[] body = request.getRequestBody().readAllBytes();
          if (body.length == 0) {
            reply(request, 202, "{}");
            return;
          }
          String bidId = Json.mapper().readTree(body).path("bidId").asText();
          int attempt = tries.computeIfAbsent(bidId, id -> new AtomicInteger()).incrementAndGet();
          behaviour.answer(request, bidId, attempt);
        });
  }

  private static void accept(HttpExchange request, String bidId) throws IOException {
    String slotId = request.getRequestURI().getPath().split("/")[3];
    reply(
        request,
        202,
        """
        {"bidId": "%s", "slotId": "%s", "acceptedAt": "2026-01-01T12:00:00.000001Z",
         "partition": 4, "offset": 17}
        """
            .formatted(bidId, slotId));
  }

  private static void reply(HttpExchange request, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request.sendResponseHeaders(status, bytes.length);
    request.getResponseBody().write(bytes);
    request.close();
  }

  private void awaitSomePauses() {
    try {
      pauses.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpServer newServer(int port) {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      fresh.setExecutor(threads);
      return fresh;
    } catch (IOException e) {
      throw new IllegalStateException("no server on port " + port, e);
    }
  }

  private io.quantedge.simulator.http.HttpExchange newExchange() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new io.quantedge.simulator.http.HttpExchange(address, address);
  }

  private static PlannedBid bid(int index) {
    return new PlannedBid(
        id(index),
        "slot-" + index % 3,
        "ann",
        "us-east-1",
        10_000,
        "USD",
        1,
        10_000,
        BidPurpose.VALID);
  }

  private static UUID id(int index) {
    return new UUID(5, index);
  }
}
