package io.quantedge.telemetry.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quantedge.telemetry.fixture.Upstreams;
import io.quantedge.telemetry.fixture.Upstreams.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
@WithTestResource(value = Upstreams.class, scope = TestResourceScope.MATCHING_RESOURCES)
class TruthIT {
  @BeforeEach
  void nothingSet() {
    Upstreams.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts",
        "accounts/acme",
        "accounts/acme/statement",
        "settlements",
        "ledger",
        "reconciliation",
        "slots/front-page",
        "slots/front-page/settlement",
        "slots/front-page/ledger"
      })
  void whatIsOnTheListIsPassedOnWithItsQuery(String path) {
    Upstreams.at(Service.SETTLEMENT, "/v1/" + path, 200, "{\"price\": 1.0000, \"is\": \"it\"}");

    String answer =
        given()
            .urlEncodingEnabled(false)
            .get("/v1/truth/" + path + "?limit=5&asOf=2026-03-01T10:00:00%2B01:00")
            .then()
            .statusCode(200)
            .contentType("application/json")
            .header("Cache-Control", "no-store")
            .extract()
            .asString();

    assertThat(answer).isEqualTo("{\"price\": 1.0000, \"is\": \"it\"}");
    assertThat(Upstreams.asked())
        .containsExactly(
            new Upstreams.Asked(
                Service.SETTLEMENT,
                "GET",
                "/v1/" + path + "?limit=5&asOf=2026-03-01T10:00:00%2B01:00",
                "Bearer " + Upstreams.OPERATOR_KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truth-store",
        "accounts/acme/fundings",
        "slots/front-page/void",
        "slots/front-page/dispute",
        "slots",
        "accounts/..%2F..%2Fq%2Fmetrics",
        "accounts/%2e%2e",
        "accounts/a%2Fb",
        "accounts/acme%3Flimit=1",
        "proofs",
        "accounts/../../q/metrics"
      })
  void whatIsNotOnTheListIsNotAskedFor(String path) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/truth/" + path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");

    assertThat(Upstreams.asked()).isEmpty();
  }

  @Test
  void aQueryThatNoAddressMayHaveIsRefused() throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket
          .getOutputStream()
          .write(
              "GET /v1/truth/accounts?limit={5} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400");
    }
    assertThat(Upstreams.asked()).isEmpty();
  }

  @Test
  void nothingIsPassedOnButReading() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/truth/accounts/acme")
        .then()
        .statusCode(405);
    given().delete("/v1/truth/accounts").then().statusCode(405);

    assertThat(Upstreams.asked()).isEmpty();
  }

  @Test
  void problemsArePassedOnWithTheirHeaders() {
    Upstreams.at(
        Service.SETTLEMENT,
        "/v1/reconciliation",
        request -> {
          request.getResponseHeaders().set("Retry-After", "7");
          Upstreams.reply(request, 503, "{\"status\": 503, \"code\": \"TRUTH_STORE_UNAVAILABLE\"}");
        });

    get("/v1/truth/reconciliation")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "7")
        .body("code", equalTo("TRUTH_STORE_UNAVAILABLE"));
    get("/v1/truth/accounts/nobody").then().statusCode(404).body("code", equalTo("UNKNOWN"));
  }

  @Test
  void aServiceThatHangsIsGivenUpInTime() {
    CountDownLatch released = new CountDownLatch(1);
    Upstreams.at(Service.SETTLEMENT, "/v1/ledger", request -> hang(request, released));

    try {
      get("/v1/truth/ledger")
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .body("code", equalTo("SOURCE_UNAVAILABLE"))
          .body("detail", equalTo("settlement-service does not answer in 1500 ms."));
    } finally {
      released.countDown();
    }
  }

  /** Headers come at once, and the body never ends. */
  private static void hang(HttpExchange request, CountDownLatch released) throws IOException {
    request.getResponseHeaders().set("Content-Type", "application/json");
    request.sendResponseHeaders(200, 100);
    request.getResponseBody().write('{');
    request.getResponseBody().flush();
    try {
      boolean unused = released.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    request.close();
  }

  @Test
  void anAnswerThatIsTooLargeIsGivenUpHoweverItIsSent() {
    String large = "\"" + "x".repeat(Upstreams.MAX_BYTES) + "\"";
    Upstreams.at(Service.SETTLEMENT, "/v1/accounts", 200, large);
    Upstreams.at(
        Service.SETTLEMENT,
        "/v1/settlements",
        request -> {
          request.getResponseHeaders().set("Content-Type", "application/json");
          request.sendResponseHeaders(200, 0);
          request.getResponseBody().write(large.getBytes(StandardCharsets.UTF_8));
          request.close();
        });

    for (String list : new String[] {"accounts", "settlements"}) {
      get("/v1/truth/" + list)
          .then()
          .statusCode(502)
          .body("code", equalTo("SOURCE_ANSWER_UNUSABLE"))
          .body("detail", containsString("larger than " + Upstreams.MAX_BYTES + " bytes"));
    }
  }

  @Test
  void whatIsNoJsonOrLeadsElsewhereIsNotPassedOn() {
    Upstreams.at(
        Service.SETTLEMENT,
        "/v1/ledger",
        request -> Upstreams.reply(request, 200, "text/html", "<script>"));
    Upstreams.at(
        Service.SETTLEMENT,
        "/v1/accounts",
        request -> {
          request.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
          Upstreams.reply(request, 302, "{}");
        });

    get("/v1/truth/ledger").then().statusCode(502).contentType("application/problem+json");
    get("/v1/truth/accounts").then().statusCode(502).contentType("application/problem+json");
  }
}
