package io.quantedge.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.application.Telemetry;
import io.quantedge.simulator.domain.evidence.ConflictFigures;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Telemetry over HTTP. */
public final class HttpTelemetry implements Telemetry, AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final URI telemetry;
  private final JsonHttp http = new JsonHttp(TIMEOUT);

  public HttpTelemetry(URI telemetry) {
    this.telemetry = telemetry;
  }

  private record RunBody(
      String runId,
      String command,
      long seed,
      Instant startedAt,
      Instant finishedAt,
      long bidsSent,
      long bidsAcknowledged,
      int slots,
      boolean allHold,
      String report) {}

  @Override
  public Optional<ConflictFigures> conflicts() throws InterruptedException {
    AtomicReference<@Nullable ConflictFigures> figures = new AtomicReference<>();
    Reply unused =
        http.get(
            telemetry.resolve("/v1/conflicts"),
            answer -> {
              if (isComplete(answer)) {
                figures.set(
                    new ConflictFigures(
                        answer.path("conflicts").longValue(),
                        answer.path("retries").longValue(),
                        answer.path("resolved").longValue(),
                        answer.path("exhausted").longValue()));
              }
              return new Reply.Done();
            });
    return Optional.ofNullable(figures.get());
  }

  @Override
  public Reply publish(RunReport report, boolean allHold, Instant finishedAt)
      throws InterruptedException {
    return http.post(
        telemetry.resolve("/v1/simulation-runs"),
        new RunBody(
            report.runId(),
            report.command(),
            report.seed(),
            report.startedAt(),
            finishedAt,
            report.bids().sent(),
            report.bids().acknowledged(),
            report.auctions().size(),
            allHold,
            report.toJson()),
        answer -> new Reply.Done());
  }

  @Override
  public void close() {
    http.close();
  }

  private static boolean isComplete(JsonNode answer) {
    return Stream.of("conflicts", "retries", "resolved", "exhausted")
        .allMatch(field -> answer.path(field).isIntegralNumber());
  }
}
