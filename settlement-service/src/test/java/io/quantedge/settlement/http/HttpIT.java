package io.quantedge.settlement.http;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HttpIT extends ServiceIT {
  private static final String ADVERTISER =
      """
      {"type": "ADVERTISER", "name": "Acme", "currency": "USD", "creditLimit": 10.5}\
      """;

  @Test
  void anAccountIsDefinedFundedChargedAndShown() {
    String id = fresh("acme");
    put(id, ADVERTISER).statusCode(201).body("creditLimit", equalTo("10.5000"));
    put(id, ADVERTISER).statusCode(200);
    put(id, ADVERTISER.replace("Acme", "Other"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("ACCOUNT_DEFINITION_CONFLICT"))
        .body("type", equalTo("https://quantedge.io/problems/account-definition-conflict"))
        .body("instance", equalTo("/v1/accounts/" + id));
    String fundingId = UUID.randomUUID().toString();
    fund(id, fundingId, "\"20\"", "USD").statusCode(201).body("balance.amount", equalTo("20.0000"));
    fund(id, fundingId, "20.0", "USD").statusCode(200).body("balance.amount", equalTo("20.0000"));
    fund(id, fundingId, "21", "USD").statusCode(409).body("code", equalTo("FUNDING_CONFLICT"));
    String slotId = fresh("slot");
    topics.send(awarded(slotId, offer(id, "30.0000")));
    topics.settlements(slotId, 1);

    given()
        .get("/v1/accounts/" + id)
        .then()
        .statusCode(200)
        .body("accountId", equalTo(id))
        .body("type", equalTo("ADVERTISER"))
        .body("name", equalTo("Acme"))
        .body("currency", equalTo("USD"))
        .body("creditLimit", equalTo("10.5000"))
        .body("balance.amount", equalTo("-10.0000"))
        .body("balance.currency", equalTo("USD"))
        .body("inOtherCurrencies", nullValue());
    given()
        .get("/v1/slots/" + slotId + "/settlement")
        .then()
        .statusCode(200)
        .body("type", equalTo("SETTLED"))
        .body("buyerId", equalTo(id))
        .body("price.amount", equalTo("30.0000"))
        .body("fee.amount", equalTo("3.0000"))
        .body("net.amount", equalTo("27.0000"));
    given()
        .get("/v1/slots/" + slotId + "/ledger")
        .then()
        .statusCode(200)
        .body("entries", hasSize(3))
        .body("entries.kind", contains("SALE_DEBIT", "SALE_CREDIT", "FEE_CREDIT"))
        .body("entries.accountId", contains(id, "publisher-1", "exchange-fees"))
        .body("entries.amount.amount", contains("-30.0000", "27.0000", "3.0000"));
  }

  @Test
  void aPublishersBalanceIsTheFoldOfItsEntriesAndTheHouseHasItsAccounts() {
    given()
        .get("/v1/accounts/exchange-cash")
        .then()
        .statusCode(200)
        .body("type", equalTo("EXCHANGE"));
    given().get("/v1/accounts/exchange-fees").then().statusCode(200);
    String publisher = fresh("publisher");
    put(publisher, "{\"type\":\"PUBLISHER\",\"name\":\"News\",\"currency\":\"EUR\"}")
        .statusCode(201);
    given()
        .get("/v1/accounts/" + publisher)
        .then()
        .statusCode(200)
        .body("balance.amount", equalTo("0.0000"))
        .body("balance.currency", equalTo("EUR"));
    fund(publisher, UUID.randomUUID().toString(), "1", "EUR")
        .statusCode(422)
        .body("code", equalTo("NOT_AN_ADVERTISER"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"ADVERTISER\"                                       | the body is not readable",
        "[1]                                                            | INVALID_REQUEST",
        "''                                                             | no body",
        "{\"name\":\"A\",\"currency\":\"USD\"}                          | field 'type' is missing",
        "{\"type\":\"BROKER\",\"name\":\"A\",\"currency\":\"USD\"}      | field 'type' is not valid",
        "{\"type\":\"EXCHANGE\",\"name\":\"A\",\"currency\":\"USD\"}    | house accounts",
        "{\"type\":\"ADVERTISER\",\"name\":\" \",\"currency\":\"USD\"}  | name must have 1 to 200",
        "{\"type\":\"ADVERTISER\",\"name\":\"A\",\"currency\":\"ZZZ\"}  | it was 'ZZZ'",
        "{\"type\":\"ADVERTISER\",\"name\":\"A\",\"currency\":\"USD\",\"creditLimit\":\"1.23456\"} | it was '1.23456'",
        "{\"type\":\"ADVERTISER\",\"name\":\"A\",\"currency\":\"USD\",\"creditLimit\":-1} | zero or more",
        "{\"type\":\"PUBLISHER\",\"name\":\"A\",\"currency\":\"USD\",\"creditLimit\":1} | advertisers only"
      })
  void aDefinitionThatIsWrongIsRefusedAndSaysWhy(String body, String said) {
    String id = fresh("wrong");

    String answer =
        put(id, body)
            .statusCode(400)
            .contentType("application/problem+json")
            .body("status", equalTo(400))
            .body("code", equalTo("INVALID_REQUEST"))
            .extract()
            .asString();

    assertThat(answer).contains(said).doesNotContain("\tat ");
    given().get("/v1/accounts/" + id).then().statusCode(404);
  }

  @Test
  void aFundingThatIsWrongIsRefusedAndBooksNothing() {
    String id = fresh("acme");
    put(id, ADVERTISER).statusCode(201);
    String fundingId = UUID.randomUUID().toString();

    fund(id, "1-1-1-1-1", "1", "USD").statusCode(400).body("detail", containsString("UUID"));
    fund(id, fundingId, "0", "USD").statusCode(400).body("detail", containsString("above zero"));
    fund(id, fundingId, "\"NaN\"", "USD").statusCode(400);
    fund(id, fundingId, "1", "EUR").statusCode(422).body("code", equalTo("WRONG_CURRENCY"));
    fund("nobody", fundingId, "1", "USD").statusCode(404).body("code", equalTo("UNKNOWN_ACCOUNT"));
    // In a currency of its own: the house's cash is the other side, and has the same range.
    String rich = fresh("rich");
    put(rich, ADVERTISER.replace("USD", "CHF")).statusCode(201);
    fund(rich, fundingId, "99999999999999.9999", "CHF").statusCode(201);
    fund(rich, UUID.randomUUID().toString(), "0.0001", "CHF")
        .statusCode(422)
        .body("code", equalTo("BALANCE_OUT_OF_RANGE"));
  }

  @Test
  void everyOtherErrorIsProblemDetailsToo() {
    given()
        .get("/v1/accounts/-bad-")
        .then()
        .statusCode(400)
        .body("detail", containsString("accountId must be"));
    given()
        .get("/v1/accounts/nobody")
        .then()
        .statusCode(404)
        .body("code", equalTo("UNKNOWN_ACCOUNT"));
    given()
        .get("/v1/slots/nothing/settlement")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_SETTLED"));
    given()
        .get("/v1/slots/nothing/ledger")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_SETTLED"));
    given()
        .get("/v1/nothing-here")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"))
        .body("detail", not(containsString("Exception")));
    given()
        .delete("/v1/accounts/nobody")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
    given().get("/v1/slots/nothing/void").then().statusCode(405);
    given().delete("/v1/accounts").then().statusCode(405);
    given()
        .contentType("text/plain")
        .body("x")
        .put("/v1/accounts/nobody")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  private static ValidatableResponse put(String accountId, String body) {
    return given().contentType(ContentType.JSON).body(body).put("/v1/accounts/" + accountId).then();
  }

  private static ValidatableResponse fund(
      String accountId, String fundingId, String amount, String currency) {
    String body =
        """
        {"fundingId": "%s", "amount": %s, "currency": "%s"}\
        """
            .formatted(fundingId, amount, currency);
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/accounts/" + accountId + "/fundings")
        .then();
  }
}
