package io.quantedge.telemetry.sources;

import io.quantedge.telemetry.application.StoryPart;
import io.quantedge.telemetry.application.StorySource;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which service tells which part of a slot's story. Thread-safe. */
@ApplicationScoped
class ServiceStorySources implements StorySource.Services {
  private final ServiceClient client;
  private final TelemetryState state;
  private final GatewayConfig limits;

  ServiceStorySources(ServiceClient client, TelemetryState state, GatewayConfig limits) {
    this.client = client;
    this.state = state;
    this.limits = limits;
  }

  @Override
  public List<StorySource> sources() {
    return List.of(
        one(StoryPart.Name.DEFINITION, Service.INGEST, "/v1/slots/%s"),
        one(StoryPart.Name.EXPLANATION, Service.EVALUATOR, "/v1/slots/%s/explanation"),
        one(StoryPart.Name.SETTLEMENT, Service.SETTLEMENT, "/v1/slots/%s/settlement"),
        one(StoryPart.Name.HISTORY, Service.SETTLEMENT, "/v1/slots/%s"),
        one(StoryPart.Name.LEDGER, Service.SETTLEMENT, "/v1/slots/%s/ledger"),
        new BidsPart(client, state::trafficOf, limits.maxBids()));
  }

  private ServicePart one(StoryPart.Name part, Service service, String path) {
    return new ServicePart(client, part, service, path);
  }
}
