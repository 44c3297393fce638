package io.quantedge.telemetry.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quantedge.telemetry.application.proof.ProofName;
import io.quantedge.telemetry.application.proof.ProofOffer;
import io.quantedge.telemetry.application.proof.ProofRunner.BusyException;
import io.quantedge.telemetry.application.proof.ProofRunner.FailedException;
import io.quantedge.telemetry.application.proof.ProofSide;
import io.quantedge.telemetry.config.ProofsConfig;
import io.quantedge.telemetry.config.SourcesConfig;
import io.quantedge.telemetry.domain.incident.FailedCheck;
import io.quantedge.telemetry.sources.SettlementHttp.NoAnswerException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers what settlement-service answers, and what it should not. */
class SettlementClientTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String SIDE =
      """
      {"guarded": true, "guard": "the key", "holds": true, "sentence": "One of 9.", "seed": 7,
       "figures": [], "timeline": []}\
      """;

  private final List<String> asked = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private SettlementHttp http;
  private SettlementProofs proofs;
  private SettlementBooks books;
  private volatile int status = 200;
  private volatile String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String sent =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      sent));
          if (body.equals("SILENCE")) {
            awaitEnd();
          }
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SourcesConfig.class)
            .withMapping(ProofsConfig.class)
            .withDefaultValues(
                Map.of(
                    "exchange.telemetry.sources.settlement",
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    "exchange.telemetry.sources.operator-key",
                    "swordfish",
                    "exchange.telemetry.proofs.side-timeout-seconds",
                    "1",
                    "exchange.telemetry.proofs.max-side-bytes",
                    "2000"))
            .build();
    http = new SettlementHttp(config.getConfigMapping(SourcesConfig.class));
    proofs = new SettlementProofs(http, config.getConfigMapping(ProofsConfig.class));
    books = new SettlementBooks(http, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    http.close();
    server.stop(0);
  }

  private void answers(int status, String body) {
    this.status = status;
    this.body = body;
  }

  private ProofOffer offer() {
    return proofs.offer().await().atMost(SOON);
  }

  private ProofSide run() {
    return proofs
        .run(ProofName.RACE, new TreeMap<>(Map.of("workers", 9L, "seed", 7L)), true)
        .await()
        .atMost(SOON);
  }

  @Test
  void theOfferIsReadAndKindsThatAreNotKnownHereAreLeftOut() {
    answers(
        200,
        """
        {"enabled": true, "whyNot": null, "kinds": [
          {"kind": "RACE", "available": true, "whyNot": null, "parameters": [
            {"name": "workers", "min": 2, "max": 200, "default": 50, "meaning": "How many"}]},
          {"kind": "FAILOVER", "available": false, "whyNot": "no target", "parameters": []},
          {"kind": "CHESS", "available": true, "parameters": []}]}\
        """);

    ProofOffer offer = offer();

    assertThat(offer.whyNot()).isEmpty();
    assertThat(offer.kinds()).containsOnlyKeys(ProofName.RACE, ProofName.FAILOVER);
    assertThat(offer.of(ProofName.RACE).parameters())
        .containsExactly(new ProofOffer.Parameter("workers", 2, 200, 50, "How many"));
    assertThat(offer.of(ProofName.FAILOVER).whyNot()).contains("no target");
  }

  @Test
  void whoeverOffersNothingSaysWhy() {
    answers(200, "{\"enabled\": false, \"whyNot\": \"off in production\", \"kinds\": []}");
    assertThat(offer().whyNot()).contains("off in production");

    answers(404, "{}");
    assertThat(offer().whyNot()).contains("settlement-service offers no proofs");

    answers(200, "<html>");
    assertThat(offer().whyNot()).get().asString().contains("no JSON");

    answers(302, "{}");
    assertThat(offer().whyNot()).contains("settlement-service answered 302");

    server.stop(0);
    assertThat(offer().whyNot()).get().asString().contains("gave no answer");
    assertThat(asked).allMatch(one -> one.startsWith("GET /v1/proofs Bearer swordfish"));
  }

  @Test
  void aSideIsAskedForAndKeptAsItIs() {
    answers(200, SIDE);

    assertThat(run()).isEqualTo(new ProofSide(true, true, "One of 9.", SIDE));
    assertThat(asked)
        .containsExactly(
            "POST /v1/proofs/RACE Bearer swordfish {\"seed\":7,\"workers\":9,\"guarded\":true}");
  }

  @Test
  void aProofOfSomebodyElseIsToldFromARefusal() {
    answers(409, "{\"code\": \"PROOF_RUNNING\", \"detail\": \"one at a time\"}");
    assertThatThrownBy(this::run)
        .isInstanceOf(BusyException.class)
        .hasMessage("settlement-service answered 409 PROOF_RUNNING: one at a time");

    answers(409, "{\"code\": \"PROOF_UNAVAILABLE\", \"detail\": \"no target\"}");
    assertThatThrownBy(this::run)
        .isInstanceOf(FailedException.class)
        .hasMessage("settlement-service answered 409 PROOF_UNAVAILABLE: no target");
  }

  @Test
  void whatIsNoSideOrTooLargeOrTooLateIsAFailureInWords() {
    answers(200, "{\"guarded\": true}");
    assertThatThrownBy(this::run)
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("no proof");

    answers(200, SIDE.replace("One of 9.", "x".repeat(3_000)));
    assertThatThrownBy(this::run).isInstanceOf(FailedException.class);

    answers(200, "SILENCE");
    assertThatThrownBy(this::run)
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("gave no answer within 1 s")
        .hasMessageNotContaining("swordfish");
  }

  @Test
  void promisesOfTheBooksThatDoNotHoldAreNamed() {
    answers(
        200,
        """
        {"holds": false, "checks": [
          {"check": "LEDGER_SUMS_TO_ZERO", "holds": false, "rows": 9, "violations": 2,
           "examples": ["USD sums to 1.0000", "EUR sums to 2.0000"]},
          {"check": "VOIDS_MIRROR_SALES", "holds": true, "violations": 0, "examples": []}]}\
        """);

    assertThat(books.failedChecks().await().atMost(SOON))
        .containsExactly(
            new FailedCheck(
                "LEDGER_SUMS_TO_ZERO",
                "2 violations: USD sums to 1.0000; EUR sums to 2.0000",
                NOW));
  }

  @Test
  void booksThatCannotBeAskedAreNotBooksThatFail() {
    answers(503, "{\"code\": \"TRUTH_STORE_UNAVAILABLE\", \"detail\": \"away\"}");

    assertThatThrownBy(() -> books.failedChecks().await().atMost(SOON))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining("503 TRUTH_STORE_UNAVAILABLE: away");
  }
}
