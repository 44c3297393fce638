package io.quantedge.telemetry.sources;

import io.quantedge.telemetry.application.SourceAwayException;
import io.quantedge.telemetry.application.SourceAwayException.Reason;
import io.quantedge.telemetry.config.GatewayConfig;
import io.quantedge.telemetry.config.SourcesConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Sends GET requests to the other services and to nobody else: it follows no redirect. Never
 * blocks; answers arrive on virtual threads. Thread-safe.
 */
@ApplicationScoped
class ServiceClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Set<String> JSON = Set.of("application/json", "application/problem+json");

  private final SourcesConfig sources;
  private final GatewayConfig limits;
  private final Semaphore places;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  ServiceClient(SourcesConfig sources, GatewayConfig limits) {
    this.sources = sources;
    this.limits = limits;
    this.places = new Semaphore(limits.maxInFlight());
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /**
   * Asks a service.
   *
   * @param target path and query, encoded
   * @return an answer in JSON of any status; fails with {@link SourceAwayException}
   */
  Uni<ServiceAnswer> get(Service service, String target) {
    return Uni.createFrom()
        .deferred(() -> {
          HttpRequest request = request(service, target);
          if (!places.tryAcquire()) {
            return Uni.createFrom()
                .failure(
                    new SourceAwayException(
                        Reason.BUSY,
                        "Telemetry asks other services as much as it may at once; ask again."));
          }
          return send(request)
              .ifNoItem()
              .after(Duration.ofMillis(limits.timeoutMillis()))
              .failWith(() -> silent(service, "in " + limits.timeoutMillis() + " ms"))
              .onTermination()
              .invoke(places::release);
        })
        .onFailure(failure -> !(failure instanceof SourceAwayException))
        .transform(failure -> away(service, failure))
        .map(response -> answer(service, response));
  }

  private HttpRequest request(Service service, String target) {
    URI base =
        switch (service) {
          case INGEST -> sources.ingest();
          case EVALUATOR -> sources.evaluator();
          case SETTLEMENT -> sources.settlement();
        };
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(target))
            .timeout(Duration.ofMillis(limits.timeoutMillis()))
            .header("Accept", "application/json, application/problem+json");
    sources.operatorKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request.build();
  }

  /** Who stops waiting ends the exchange, too: no answer is read for nobody. */
  private Uni<HttpResponse<byte[]>> send(HttpRequest request) {
    return Uni.createFrom()
        .emitter(emitter -> {
          CompletableFuture<HttpResponse<byte[]>> answer =
              client.sendAsync(request, _ -> new BoundedBody(limits.maxAnswerBytes()));
          emitter.onTermination(() -> answer.cancel(true));
          answer.whenComplete((response, failure) -> {
            if (failure != null) {
              emitter.fail(failure);
            } else {
              emitter.complete(response);
            }
          });
        });
  }

  private static SourceAwayException away(Service service, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof BoundedBody.TooLargeException
        ? new SourceAwayException(
            Reason.BAD_ANSWER,
            service.title() + ": " + cause.getMessage() + "; ask for less, with limit or a time.")
        : silent(service, "(" + cause.getClass().getSimpleName() + ")");
  }

  private static SourceAwayException silent(Service service, String how) {
    return new SourceAwayException(
        Reason.SILENT, service.title() + " does not answer " + how + ".");
  }

  private static ServiceAnswer answer(Service service, HttpResponse<byte[]> response) {
    String mediaType =
        response
            .headers()
            .firstValue("Content-Type")
            .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
            .orElse("");
    int kind = response.statusCode() / 100;
    if (!JSON.contains(mediaType) || (kind != 2 && kind != 4 && kind != 5)) {
      throw new SourceAwayException(
          Reason.BAD_ANSWER,
          "%s answered %d with something that is no JSON."
              .formatted(service.title(), response.statusCode()));
    }
    Optional<String> retryAfter = response.headers().firstValue("Retry-After");
    return new ServiceAnswer(
        service, response.statusCode(), mediaType, response.body(), retryAfter);
  }
}
