package io.quantedge.telemetry.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.telemetry.config.SourcesConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/**
 * Asks settlement-service for what may take long, with limits of its own on the time and the size
 * of each answer. It follows no redirect, so that the operator's key goes nowhere else.
 * Thread-safe.
 */
@Singleton
class SettlementHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** How much longer a body may take than its headers; the client's own limit ends with those. */
  private static final Duration BODY_GRACE = Duration.ofSeconds(2);

  private final HttpClient http;
  private final URI base;
  private final Optional<String> authorization;

  SettlementHttp(SourcesConfig sources) {
    this.base = sources.settlement();
    this.authorization = sources.operatorKey().map(key -> "Bearer " + key);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** There was no usable answer; the message says why, for people. */
  static final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
      super(message);
    }
  }

  /**
   * @param body parsed; missing if it was empty
   */
  record Answer(int status, JsonNode body, String text) {
    boolean isOk() {
      return status == 200;
    }

    /** The code of a problem; empty if the answer is none. */
    String code() {
      return body.path("code").asText("");
    }

    /** What a problem says, or else the status alone. */
    String problem() {
      String detail = body.path("detail").asText("");
      return "settlement-service answered %d%s%s"
          .formatted(
              status, code().isEmpty() ? "" : " " + code(), detail.isEmpty() ? "" : ": " + detail);
    }
  }

  Uni<Answer> get(String path, Duration timeout, int maxBytes) {
    return send(request(path, timeout).GET().build(), timeout, maxBytes);
  }

  Uni<Answer> post(String path, String json, Duration timeout, int maxBytes) {
    HttpRequest request =
        request(path, timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return send(request, timeout, maxBytes);
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("Accept", "application/json, application/problem+json");
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  /**
   * @return fails with {@link NoAnswerException} only
   */
  private Uni<Answer> send(HttpRequest request, Duration timeout, int maxBytes) {
    return Uni.createFrom()
        .completionStage(
            () -> http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), maxBytes)))
        .ifNoItem()
        .after(timeout.plus(BODY_GRACE))
        .fail()
        .map(this::answer)
        .onFailure()
        .transform(failure -> noAnswer(failure, timeout));
  }

  private Answer answer(HttpResponse<String> response) {
    try {
      return new Answer(
          response.statusCode(), Json.mapper().readTree(response.body()), response.body());
    } catch (IOException e) {
      throw new NoAnswerException(
          "settlement-service at %s answered %d with something that is no JSON"
              .formatted(base, response.statusCode()));
    }
  }

  private NoAnswerException noAnswer(Throwable thrown, Duration timeout) {
    Throwable failure =
        thrown instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : thrown;
    if (failure instanceof NoAnswerException known) {
      return known;
    }
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return new NoAnswerException(
        "settlement-service at %s gave no answer within %d s: %s"
            .formatted(base, timeout.toSeconds(), reason));
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}
