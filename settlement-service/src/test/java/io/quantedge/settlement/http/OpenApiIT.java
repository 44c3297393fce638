package io.quantedge.settlement.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.contracts.json.Json;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT extends ServiceIT {
  private static final ObjectMapper JSON = Json.mapper();

  @Test
  void everyOperationIsDescribedWithExamplesAndWithWhatCanGoWrong() throws Exception {
    Map<String, JsonNode> operations = operations();

    assertThat(operations.keySet())
        .containsExactlyInAnyOrder(
            "get /v1/accounts",
            "get /v1/accounts/{accountId}",
            "put /v1/accounts/{accountId}",
            "post /v1/accounts/{accountId}/fundings",
            "get /v1/accounts/{accountId}/statement",
            "get /v1/ledger",
            "get /v1/proofs",
            "post /v1/proofs/{kind}",
            "get /v1/reconciliation",
            "get /v1/settlements",
            "get /v1/slots/{slotId}",
            "post /v1/slots/{slotId}/dispute",
            "get /v1/slots/{slotId}/ledger",
            "get /v1/slots/{slotId}/settlement",
            "post /v1/slots/{slotId}/void",
            "get /v1/truth-store");
    assertThat(operations)
        .allSatisfy((name, operation) -> {
          assertThat(operation.path("summary").asText()).as(name).isNotBlank();
          assertThat(operation.path("tags")).as(name).isNotEmpty();
          JsonNode body = operation.path("requestBody");
          assertThat(body.isMissingNode()).as(name).isEqualTo(name.startsWith("get "));
          if (!body.isMissingNode()) {
            assertThatItIsShown(name + " request", body.path("content"));
          }
          assertThatAnswersAreShown(name, operation.path("responses"));
        });
  }

  @Test
  void theProblemThatAllSharesIsShown() throws Exception {
    JsonNode problem = document().at("/components/responses/Problem/content");

    assertThat(problem.fieldNames().next()).isEqualTo("application/problem+json");
    assertThatItIsShown("problem", problem);
  }

  private static void assertThatAnswersAreShown(String name, JsonNode responses) {
    int problems = 0;
    int answers = 0;
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      if (response.getKey().startsWith("2")) {
        answers++;
        assertThatItIsShown(name + " " + response.getKey(), response.getValue().path("content"));
      } else {
        problems++;
        assertThat(response.getValue().path("$ref").asText())
            .as("%s %s", name, response.getKey())
            .isEqualTo("#/components/responses/Problem");
      }
    }
    assertThat(answers).as("%s answers", name).isPositive();
    assertThat(problems).as("%s problems", name).isPositive();
  }

  private static void assertThatItIsShown(String name, JsonNode content) {
    assertThat(content).as(name).isNotEmpty();
    for (JsonNode media : content) {
      assertThat(media.path("schema")).as("%s schema", name).isNotEmpty();
      assertThat(media.path("examples")).as("%s examples", name).isNotEmpty();
      for (JsonNode example : media.path("examples")) {
        JsonNode value = example.path("value");
        assertThat(value.isObject() ? value : parsed(name, value.asText())).as(name).isNotEmpty();
      }
    }
  }

  private static JsonNode parsed(String name, String example) {
    try {
      return JSON.readTree(example);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(name + " is no JSON: " + example, e);
    }
  }

  private static Map<String, JsonNode> operations() throws Exception {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.put(method.getKey() + " " + path.getKey(), method.getValue());
      }
    }
    return operations;
  }

  private static JsonNode document() throws Exception {
    return JSON.readTree(given().accept("application/json").get("/q/openapi").asString());
  }
}
