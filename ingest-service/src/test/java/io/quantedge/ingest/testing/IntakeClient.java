package io.quantedge.ingest.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Talks to the service under test as its users do. */
public final class IntakeClient {
  private IntakeClient() {}

  /** A slot id that no other test uses. */
  public static String freshSlotId() {
    return "slot-" + UUID.randomUUID();
  }

  /** The body of a slot with a floor of 1 USD that stays open for an hour. */
  public static Map<String, Object> slotBody() {
    Map<String, Object> body = new HashMap<>();
    body.put("publisherId", "pub-1");
    body.put("name", "front page");
    body.put("floor", "1.0000");
    body.put("currency", "USD");
    body.put("closesAt", Instant.now().plusSeconds(3_600).toString());
    return body;
  }

  /** The body of a bid of 5.40 USD by {@code adv-1}. */
  public static Map<String, Object> bidBody() {
    Map<String, Object> body = new HashMap<>();
    body.put("bidId", UUID.randomUUID().toString());
    body.put("accountId", "adv-1");
    body.put("region", "ap-southeast-1");
    body.put("amount", "5.4000");
    body.put("currency", "USD");
    return body;
  }

  /** Opens a fresh slot and answers its id. */
  public static String openSlot() {
    String slotId = freshSlotId();
    put(slotId, slotBody()).statusCode(201);
    return slotId;
  }

  public static ValidatableResponse put(String slotId, Object body) {
    return given().contentType("application/json").body(body).put("/v1/slots/{id}", slotId).then();
  }

  public static ValidatableResponse bid(String slotId, Object body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/slots/{id}/bids", slotId)
        .then();
  }

  /** Sends a whole stream of bids. */
  public static ValidatableResponse stream(String contentType, String lines) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(contentType)
        .body(lines)
        .post("/v1/bids")
        .then();
  }

  public static ValidatableResponse close(String slotId) {
    return given().post("/v1/slots/{id}/close", slotId).then();
  }
}
