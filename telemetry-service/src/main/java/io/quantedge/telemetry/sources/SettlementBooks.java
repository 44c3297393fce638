package io.quantedge.telemetry.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.telemetry.application.incident.BooksCheck;
import io.quantedge.telemetry.domain.incident.FailedCheck;
import io.quantedge.telemetry.sources.SettlementHttp.Answer;
import io.quantedge.telemetry.sources.SettlementHttp.NoAnswerException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The comparison of the books that settlement-service makes on demand. Thread-safe. */
@Singleton
class SettlementBooks implements BooksCheck {
  private static final String PATH = "/v1/reconciliation";
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int MAX_BYTES = 1 << 18;

  private final SettlementHttp http;
  private final Clock clock;

  SettlementBooks(SettlementHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Uni<List<FailedCheck>> failedChecks() {
    return http.get(PATH, TIMEOUT, MAX_BYTES).map(this::failed);
  }

  private List<FailedCheck> failed(Answer answer) {
    JsonNode checks = answer.body().path("checks");
    if (!answer.isOk() || !checks.isArray()) {
      throw new NoAnswerException(answer.problem());
    }
    return StreamSupport.stream(checks.spliterator(), false)
        .filter(check -> check.path("holds").isBoolean() && !check.path("holds").asBoolean())
        .map(this::failed)
        .toList();
  }

  private FailedCheck failed(JsonNode check) {
    String examples =
        StreamSupport.stream(check.path("examples").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("; "));
    return new FailedCheck(
        check.path("check").asText("UNNAMED"),
        "%d violations: %s".formatted(check.path("violations").asLong(), examples),
        clock.instant());
  }
}
