package io.quantedge.settlement.http;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.domain.Funding;
import io.quantedge.settlement.testing.Outcomes;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@NullUnmarked
class ReadsIT extends ServiceIT {
  @Inject TruthStore truthStore;

  @Test
  void aStatementIsPagedThroughWhileMoneyMovesAndEveryEntryStandsOnItOnce() {
    String buyer = advertiser("1000.0000");
    for (int i = 0; i < 7; i++) {
      move(buyer, i);
    }
    List<String> ids = new ArrayList<>();
    List<String> balances = new ArrayList<>();
    BigDecimal running = BigDecimal.ZERO;
    String closing = "";
    @Nullable String after = null;
    do {
      JsonPath page = page("/v1/accounts/" + buyer + "/statement", after, 3);
      List<String> amounts = page.getList("entries.amount.amount");
      for (int i = 0; i < amounts.size(); i++) {
        running = running.add(new BigDecimal(amounts.get(i)));
        assertThat(page.getString("entries[" + i + "].balance.amount"))
            .isEqualTo(running.toPlainString());
      }
      ids.addAll(page.getList("entries.entryId"));
      balances.addAll(page.getList("entries.balance.amount"));
      closing = page.getString("closing.amount");
      assertThat(page.getString("opening.amount")).isEqualTo("0.0000");
      after = page.getString("next");
      move(buyer, 100 + ids.size());
    } while (after != null);

    assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    assertThat(closing)
        .as("a statement that was begun is not moved by what comes later")
        .isEqualTo(balances.getLast());
    assertThat(store.guardedBalance(buyer)).isNotEqualByComparingTo(closing);
  }

  @Test
  void theBalanceAsOfAnInstantIsWhatAStatementUpToItCloses() {
    String buyer = advertiser("1000.0000");
    for (int i = 0; i < 5; i++) {
      move(buyer, i);
    }
    List<Instant> instants =
        store
            .query(
                "SELECT created_at FROM financial_ledger WHERE account_id = $1 ORDER BY created_at",
                buyer)
            .stream()
            .map(row -> row.getOffsetDateTime(0).toInstant())
            .toList();
    List<String> closings = new ArrayList<>();
    for (Instant instant : instants) {
      JsonPath statement =
          given()
              .queryParam("to", instant.toString())
              .get("/v1/accounts/" + buyer + "/statement")
              .jsonPath();
      JsonPath account =
          given().queryParam("asOf", instant.toString()).get("/v1/accounts/" + buyer).jsonPath();

      assertThat(account.getString("balance.amount"))
          .isEqualTo(statement.getString("closing.amount"))
          .isEqualTo(statement.getString("entries[-1].balance.amount"));
      assertThat(account.getString("asOf")).isEqualTo(instant.toString());
      closings.add(statement.getString("closing.amount"));
    }
    assertThat(closings).doesNotHaveDuplicates().hasSize(5);
    JsonPath middle =
        given()
            .queryParam("from", instants.get(1).toString())
            .queryParam("to", instants.get(3).toString())
            .get("/v1/accounts/" + buyer + "/statement")
            .jsonPath();
    assertThat(middle.getString("opening.amount")).isEqualTo(closings.get(1));
    assertThat(middle.getString("closing.amount")).isEqualTo(closings.get(3));
    assertThat(middle.getList("entries")).hasSize(2);
    given()
        .queryParam("asOf", instants.getFirst().minusSeconds(1).toString())
        .get("/v1/accounts/" + buyer)
        .then()
        .body("balance.amount", equalTo("0.0000"));
  }

  @Test
  void settlementsAreListedForBothSidesAndPagedThroughOnce() {
    String buyer = advertiser("1000.0000");
    List<String> sold = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sold.add(settle(buyer, "1.0000"));
    }

    assertThat(all("/v1/settlements?account=" + buyer, 2, "items.slotId"))
        .containsExactlyElementsOf(sold);
    assertThat(all("/v1/settlements?account=publisher-1", 500, "items.slotId")).containsAll(sold);
    given()
        .get("/v1/settlements?account=" + buyer)
        .then()
        .body("items.buyerId", everyItem(equalTo(buyer)));
  }

  @Test
  void theLedgerIsFoundByAccountBySlotAndByTime() {
    String buyer = advertiser("1000.0000");
    String first = settle(buyer, "1.0000");
    settle(buyer, "2.0000");
    Instant between =
        store
            .query("SELECT max(created_at) FROM financial_ledger WHERE slot_id = $1", first)
            .getFirst()
            .getOffsetDateTime(0)
            .toInstant();

    assertThat(all("/v1/ledger?account=" + buyer, 1, "items.amount.amount"))
        .containsExactly("-1.0000", "-2.0000");
    assertThat(all("/v1/ledger?slot=" + first, 2, "items.accountId"))
        .containsExactlyInAnyOrder(buyer, "publisher-1", "exchange-fees");
    assertThat(all("/v1/ledger?account=" + buyer + "&from=" + between, 9, "items.amount.amount"))
        .containsExactly("-2.0000");
    assertThat(all("/v1/ledger?account=" + buyer + "&to=" + between, 9, "items.amount.amount"))
        .containsExactly("-1.0000");
    long entries = store.count("SELECT count(*) FROM financial_ledger");
    assertThat(all("/v1/ledger", 50, "items.entryId"))
        .as("the whole ledger")
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo((int) entries);
  }

  @Test
  void accountsAreListedOnceWhileOthersAreAdded() {
    List<String> mine = List.of(advertiser("1.0000"), advertiser("2.0000"), advertiser("3.0000"));
    List<String> listed = new ArrayList<>();
    @Nullable String after = null;
    do {
      JsonPath page = page("/v1/accounts", after, 2);
      listed.addAll(page.getList("items.accountId"));
      after = page.getString("next");
      if (listed.size() < 10) {
        advertiser("4.0000");
      }
    } while (after != null);

    assertThat(listed).doesNotHaveDuplicates().containsAll(mine).contains("exchange-fees");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/accounts?after=nonsense                     | INVALID_CURSOR  | not a cursor of this list",
        "/v1/ledger?after=YWNjb3VudHMKYWNtZQ             | INVALID_CURSOR  | not a cursor of this list",
        "/v1/accounts?limit=0                            | INVALID_REQUEST | 1 to 500; it was 0",
        "/v1/accounts?limit=501                          | INVALID_REQUEST | 1 to 500; it was 501",
        "/v1/accounts?limit=ten                          | INVALID_REQUEST | it was no number",
        "/v1/settlements                                 | INVALID_REQUEST | parameter 'account' is missing",
        "/v1/ledger?from=yesterday                       | INVALID_REQUEST | parameter 'from' must be an instant",
        "/v1/ledger?from=1000000-01-01T00:00:00Z         | INVALID_REQUEST | parameter 'from' must be an instant",
        "/v1/accounts/exchange-fees?asOf=9998-01-01T00:00:00Z  | INVALID_REQUEST | is in the future",
        "/v1/accounts/exchange-fees/statement?currency=XXXX    | INVALID_REQUEST | it was 'XXXX'",
        "/v1/accounts/exchange-fees/statement?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | INVALID_REQUEST | to must not be before from"
      })
  void aQuestionThatIsWrongIsRefusedAndSaysWhy(String path, String code, String said) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", containsString(said));
  }

  @Test
  void anIdThatHasEarnedMoneyBeforeItWasDefinedIsAPublishers() {
    String seller = fresh("seller");
    store.query(
        """
        INSERT INTO financial_ledger (account_id, entry_id, posting_id, entry_no, kind, amount,
          currency, slot_id, created_at)
        SELECT a, gen_random_uuid(), $1, n, 'SALE_CREDIT', x, 'USD', NULL, now()
        FROM (VALUES ($2, 1, 5.0), ($2, 2, -5.0)) AS v (a, n, x)\
        """,
        UUID.randomUUID(),
        seller);

    given()
        .contentType("application/json")
        .body("{\"type\":\"ADVERTISER\",\"name\":\"S\",\"currency\":\"USD\"}")
        .put("/v1/accounts/" + seller)
        .then()
        .statusCode(409)
        .body("code", equalTo("ACCOUNT_DEFINITION_CONFLICT"));
    given()
        .contentType("application/json")
        .body("{\"type\":\"PUBLISHER\",\"name\":\"S\",\"currency\":\"USD\"}")
        .put("/v1/accounts/" + seller)
        .then()
        .statusCode(201);
  }

  private void move(String buyer, int n) {
    if (n % 2 == 0) {
      settle(buyer, "1." + (1000 + n));
    } else {
      now(
          accounts.fund(
              new Funding(
                  new AccountId(buyer),
                  UUID.randomUUID(),
                  Money.of("2." + (1000 + n), Outcomes.USD))));
    }
  }

  private String settle(String buyer, String price) {
    String slotId = fresh("slot");
    now(truthStore.settle(List.of(awarded(slotId, offer(buyer, price)))));
    return slotId;
  }

  private static List<String> all(String path, int limit, String what) {
    List<String> found = new ArrayList<>();
    @Nullable String after = null;
    do {
      JsonPath page = page(path, after, limit);
      found.addAll(page.getList(what));
      after = page.getString("next");
    } while (after != null);
    return found;
  }

  private static JsonPath page(String path, @Nullable String after, int limit) {
    RequestSpecification request = given().queryParam("limit", limit);
    if (after != null) {
      request.queryParam("after", after);
    }
    return request.get(path).then().statusCode(200).extract().jsonPath();
  }
}
