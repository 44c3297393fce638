package io.quantedge.telemetry.sources;

import io.quantedge.telemetry.application.TruthGateway;
import io.quantedge.telemetry.application.TruthPath;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Passes questions on to settlement-service. Thread-safe. */
@ApplicationScoped
class SettlementGateway implements TruthGateway {
  private final ServiceClient client;

  SettlementGateway(ServiceClient client) {
    this.client = client;
  }

  @Override
  public Uni<Answer> ask(TruthPath path, Optional<String> query) {
    String target = "/v1/" + path.path() + query.map(text -> "?" + text).orElse("");
    return client
        .get(Service.SETTLEMENT, target)
        .map(answer ->
            new Answer(answer.status(), answer.mediaType(), answer.body(), answer.retryAfter()));
  }
}
