package io.quantedge.settlement.http;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quantedge.localstack.dsql.fault.EndpointState;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class TruthStoreIT extends ServiceIT {

  @AfterEach
  void theStoreIsWhole() {
    faults.clear();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            RestAssured.get("/v1/truth-store")
                .then()
                .body("endpoints.inUse", contains(true, false)));
  }

  @Test
  void aFailoverIsShownWithItsThreeFigures() {
    faults.endpoint("us-east-1", EndpointState.REFUSING);
    advertiser("1");
    advertiser("1");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            RestAssured.get("/v1/truth-store")
                .then()
                .statusCode(200)
                .body("endpoints.region", contains("us-east-1", "eu-west-1"))
                .body("endpoints.inUse", contains(false, true))
                .body("failovers[-1].from", equalTo("us-east-1"))
                .body("failovers[-1].to", equalTo("eu-west-1"))
                .body("failovers[-1].cause", notNullValue())
                .body("failovers[-1].detectionMillis", greaterThanOrEqualTo(0))
                .body("failovers[-1].switchMillis", greaterThanOrEqualTo(0))
                .body("failovers[-1].firstSuccessMillis", greaterThanOrEqualTo(0)));
  }
}
