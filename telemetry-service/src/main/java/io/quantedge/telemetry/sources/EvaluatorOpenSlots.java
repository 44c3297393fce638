package io.quantedge.telemetry.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.telemetry.application.FoundSlots;
import io.quantedge.telemetry.application.OpenSlots;
import io.quantedge.telemetry.application.SourceAwayException;
import io.quantedge.telemetry.config.GatewayConfig;
import io.quantedge.telemetry.domain.SlotState;
import io.quantedge.telemetry.domain.SlotSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages through the evaluator's open slots. Thread-safe. */
@ApplicationScoped
class EvaluatorOpenSlots implements OpenSlots {
  private static final int PAGE = 500;

  private final ServiceClient client;
  private final GatewayConfig limits;

  EvaluatorOpenSlots(ServiceClient client, GatewayConfig limits) {
    this.client = client;
    this.limits = limits;
  }

  @Override
  public Uni<FoundSlots> list() {
    return rest(Optional.empty(), new ArrayList<>());
  }

  private Uni<FoundSlots> rest(Optional<String> after, List<SlotSummary> found) {
    String target =
        "/v1/slots?state=OPEN&limit="
            + Math.min(PAGE, limits.maxOpenSlots() - found.size())
            + after.map(cursor -> "&after=" + Cursors.encoded(cursor)).orElse("");
    return client
        .get(Service.EVALUATOR, target)
        .flatMap(answer -> {
          JsonNode page = page(answer);
          page.path("items").forEach(item -> found.add(slot(item)));
          Optional<String> next = Cursors.next(page);
          return next.isEmpty() || found.size() >= limits.maxOpenSlots()
              ? Uni.createFrom().item(new FoundSlots(List.copyOf(found), next.isEmpty()))
              : rest(next, found);
        });
  }

  private static JsonNode page(ServiceAnswer answer) {
    if (!answer.isSuccess()) {
      throw new SourceAwayException(SourceAwayException.Reason.SILENT, answer.problem() + ".");
    }
    return answer.json();
  }

  private static SlotSummary slot(JsonNode item) {
    try {
      Instant closesAt = Instant.parse(item.path("deadline").asText());
      return new SlotSummary(
          item.path("slotId").asText(),
          item.path("name").asText(),
          SlotState.OPEN,
          item.path("received").asLong(),
          null,
          null,
          null,
          null,
          closesAt,
          closesAt);
    } catch (DateTimeException e) {
      throw new SourceAwayException(
          SourceAwayException.Reason.BAD_ANSWER,
          "evaluator-service named a slot without its deadline.");
    }
  }
}
