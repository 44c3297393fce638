package io.quantedge.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.localstack.dsql.fault.Cut;
import io.quantedge.localstack.dsql.fault.EndpointState;
import io.quantedge.localstack.dsql.fault.LatencyPreset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Asks the local Aurora DSQL for faults over its admin API, for tests and the command line. Each
 * request waits for its answer: when a method returns, the fault is planned. Thread-safe.
 *
 * <p>All methods throw {@link IllegalArgumentException} with the API's reason if it refuses the
 * request, and {@link UncheckedIOException} if it cannot be reached.
 */
public final class DsqlFaults implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI admin;

  /** Talks to the admin API at this address, without a path. */
  public DsqlFaults(URI admin) {
    this.admin = admin;
  }

  /** Makes the next {@code next} commits fail with {@code OC000} or {@code OC001}. */
  public void conflictNext(String code, int next) {
    put("/v1/faults/conflicts", Map.of("code", code, "next", next));
  }

  /** Makes each commit fail with this probability, 0 to 1, in the order that the seed decides. */
  public void conflictWithProbability(String code, double probability, long seed) {
    put("/v1/faults/conflicts", Map.of("code", code, "probability", probability, "seed", seed));
  }

  /** Cuts the connections of the next {@code next} commits. */
  public void cutNext(Cut when, int next) {
    put("/v1/faults/cuts", Map.of("when", when.name(), "next", next));
  }

  /** Answers later from now on. */
  public void latency(LatencyPreset preset) {
    put("/v1/faults/latency", Map.of("preset", preset.name()));
  }

  /** Answers later from now on, by milliseconds. */
  public void latency(long statementMillis, long commitMillis) {
    put(
        "/v1/faults/latency",
        Map.of("statementMillis", statementMillis, "commitMillis", commitMillis));
  }

  /** Changes how the endpoint in the region treats its clients. */
  public void endpoint(String region, EndpointState state) {
    put("/v1/endpoints/" + region, Map.of("state", state.name()));
  }

  /** Ends all faults; all endpoints serve again. */
  public void clear() {
    exchange(request("/v1/faults").DELETE().build());
  }

  /** What {@code GET /v1/state} shows. */
  public JsonNode state() {
    return exchange(request("/v1/state").GET().build());
  }

  @Override
  public void close() {
    http.close();
  }

  private void put(String path, Map<String, Object> body) {
    try {
      exchange(
          request(path)
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
              .build());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(admin.resolve(path)).timeout(TIMEOUT);
  }

  private JsonNode exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body = json.readTree(response.body());
      if (response.statusCode() != OK) {
        throw new IllegalArgumentException(
            "%s %s was refused: %s"
                .formatted(
                    request.method(), request.uri(), body.path("detail").asText(response.body())));
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the admin API of the local Aurora DSQL does not answer at " + admin, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
