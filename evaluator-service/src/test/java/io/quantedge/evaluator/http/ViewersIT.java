package io.quantedge.evaluator.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.evaluator.kafka.TestLog;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees what over HTTP, and lists of open slots. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(AccessKeysResource.class)
class ViewersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PARTITION = 4;

  @Inject EvaluatorStatus status;

  private TestLog log;

  @BeforeEach
  void open() {
    log = new TestLog(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    await().atMost(PATIENCE).until(status::isReady);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void closedSlotIsShownToEachViewerAsFarAsItConcernsIt() {
    SlotDefinition slot = TestLog.slot("viewers-closed", Duration.ofMinutes(10));
    log.append(PARTITION, Auctions.opened(slot));
    log.append(PARTITION, Auctions.placed(TestLog.bid(slot, 1, "a", 53_000)));
    log.append(PARTITION, Auctions.placed(TestLog.bid(slot, 2, "b", 54_000)));
    log.append(PARTITION, TestLog.marker(slot));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> when().get("/v1/slots/viewers-closed/outcome").then().statusCode(200));

    when()
        .get("/v1/slots/viewers-closed/outcome")
        .then()
        .body("audience", equalTo("PUBLIC"))
        .body("state", equalTo("AWARDED"))
        .body("winningRegion", equalTo("ap-southeast-1"))
        .body("candidates", empty())
        .body("digest", notNullValue())
        .body(not(containsString("5.4")))
        .body(not(containsString("5.3")));
    as("key-of-a")
        .get("/v1/slots/viewers-closed/explanation")
        .then()
        .statusCode(200)
        .body("audience", equalTo("LOSER"))
        .body("winner", nullValue())
        .body("others", hasSize(1))
        .body("others[0].bid.accountId", equalTo("a"))
        .body("others[0].lossReason", equalTo("LOST_TO_HIGHER_BID"))
        .body("others[0].openRtbCode", equalTo(102))
        .body("others[0].minToWin.amount", equalTo("5.4000"));
    as("key-of-b")
        .get("/v1/slots/viewers-closed/explanation")
        .then()
        .statusCode(200)
        .body("audience", equalTo("WINNER"))
        .body("winner.price.clearingPrice.amount", equalTo("5.4000"))
        .body("winner.price.basis", equalTo("OWN_BID"))
        .body("others", empty());
    as("operator-key")
        .get("/v1/slots/viewers-closed/outcome")
        .then()
        .statusCode(200)
        .body("candidates.bid.accountId", equalTo(List.of("b", "a")));
  }

  @Test
  void keyThatNobodyHasIsRefusedAndNotTakenForNone() {
    for (String query : new String[] {"standing", "outcome", "explanation"}) {
      as("guessed")
          .get("/v1/slots/any/" + query)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", "Bearer")
          .body("code", equalTo("UNKNOWN_KEY"))
          .body(not(containsString("guessed")));
    }
  }

  @Test
  void openSlotsAreListedInPagesAsTheyFallDue() {
    List<SlotDefinition> opened = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      SlotDefinition slot = TestLog.slot("viewers-due-" + number, Duration.ofMinutes(30 + number));
      log.append(number, Auctions.opened(slot));
      opened.add(slot);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            when()
                .get("/v1/slots?state=OPEN&limit=500")
                .then()
                .statusCode(200)
                .body("scope", equalTo("ALL"))
                .body("instances", equalTo(1))
                .body("items.slotId", hasItem("viewers-due-5")));

    List<String> slots = new ArrayList<>();
    String next = "";
    do {
      var page =
          when()
              .get("/v1/slots?limit=2" + (next.isEmpty() ? "" : "&after=" + next))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(2);
      slots.addAll(page.getList("items.slotId", String.class));
      next = page.getString("next") == null ? "" : page.getString("next");
    } while (!next.isEmpty());
    assertThat(slots)
        .doesNotHaveDuplicates()
        .containsSubsequence(
            "viewers-due-1", "viewers-due-2", "viewers-due-3", "viewers-due-4", "viewers-due-5");
    when()
        .get("/v1/slots?scope=INSTANCE")
        .then()
        .statusCode(200)
        .body("scope", equalTo("INSTANCE"))
        .body("items.received", everyItem(notNullValue()));
    // Left open they would hold back the commit of partitions that other tests watch.
    for (int number = 1; number <= 5; number++) {
      log.append(number, TestLog.marker(opened.get(number - 1)));
    }
  }

  @Test
  void listsAreAskedForInWordsThatAreKnown() {
    for (String query :
        new String[] {"state=CLOSED", "scope=WORLD", "limit=0", "limit=501", "limit=x"}) {
      when()
          .get("/v1/slots?" + query)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_REQUEST"))
          .body("detail", containsString("'" + query.split("=")[1] + "'"));
    }
    when()
        .get("/v1/slots?after=bm9wZQ")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key);
  }
}
