package io.quantedge.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.simulator.application.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * One JSON request over HTTP/1.1 with connections kept alive, and what its answer means. Only what
 * may pass by itself is worth another try: no connection, no answer in time, 429 and 503.
 * Thread-safe.
 */
final class JsonHttp implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final long MAX_RETRY_AFTER_SECONDS = 60;

  private final HttpClient client;
  private final Duration timeout;

  /**
   * @param timeout how long one answer is waited for
   */
  JsonHttp(Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  Reply put(URI address, Object body, Function<JsonNode, Reply> success)
      throws InterruptedException {
    return send(request(address).PUT(json(body)), success);
  }

  Reply post(URI address, Object body, Function<JsonNode, Reply> success)
      throws InterruptedException {
    return send(request(address).POST(json(body)), success);
  }

  Reply post(URI address, Function<JsonNode, Reply> success) throws InterruptedException {
    return send(request(address).POST(HttpRequest.BodyPublishers.noBody()), success);
  }

  Reply get(URI address, Function<JsonNode, Reply> success) throws InterruptedException {
    return send(request(address).GET(), success);
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, application/problem+json");
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    try {
      return HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request of our own could not be written", e);
    }
  }

  private Reply send(HttpRequest.Builder builder, Function<JsonNode, Reply> success)
      throws InterruptedException {
    HttpRequest request = builder.build();
    try {
      return reply(client.send(request, BodyHandlers.ofByteArray()), success);
    } catch (IOException e) {
      String problem = "%s %s: %s".formatted(request.method(), request.uri(), e);
      return new Reply.TryLater(problem, Duration.ZERO);
    }
  }

  private static Reply reply(HttpResponse<byte[]> response, Function<JsonNode, Reply> success) {
    int status = response.statusCode();
    JsonNode body = body(response.body());
    if (status / 100 == 2) {
      return success.apply(body);
    }
    String code = body.path("code").asText("HTTP_" + status);
    if (status == 429 || status == 503) {
      return new Reply.TryLater(status + " " + code, retryAfter(response));
    }
    return new Reply.Refused(code, body.path("detail").asText("HTTP status " + status));
  }

  private static JsonNode body(byte[] bytes) {
    try {
      JsonNode node = Json.mapper().readTree(bytes);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static Duration retryAfter(HttpResponse<byte[]> response) {
    String header = response.headers().firstValue("Retry-After").orElse("0");
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(header), 0, MAX_RETRY_AFTER_SECONDS));
    } catch (NumberFormatException e) {
      // The other legal form is a date, which none of the services sends.
      return Duration.ZERO;
    }
  }
}
