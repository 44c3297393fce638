package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A service as a program asks it. */
record JsonAnswers(URI base) {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** What is there; the answer must be 200. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(base.resolve(path)), 200);
  }

  /**
   * @param status that the answer must have
   */
  JsonNode put(String path, JsonNode body, int status) throws IOException, InterruptedException {
    return answer(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString())),
        status);
  }

  private static JsonNode answer(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      return Json.mapper().readTree(response.body());
    }
  }
}
