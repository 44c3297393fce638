package io.quantedge.evaluator.config;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.evaluator.application.PeerAddress;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes what is known of viewers and of this instance's own address. */
final class AccessWiring {
  /** Made at the start, so that a digest of another form ends it and not the first query. */
  @Produces
  @Singleton
  @Startup
  AccessKeys accessKeys(AccessConfig config) {
    return AccessKeys.of(
        config.operatorKeys().orElse(List.of()), config.accountKeys().orElse(List.of()));
  }

  @Produces
  @Singleton
  PeerAddress advertisedAddress(EvaluatorConfig config) {
    return PeerAddress.parse(config.advertisedAddress());
  }
}
