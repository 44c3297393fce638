package io.quantedge.evaluator.kafka;

import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.SlotOwners;
import io.quantedge.evaluator.application.SlotViews;
import io.quantedge.evaluator.config.PeerConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes the directory of owners. */
final class OwnersWiring {
  @Produces
  @Singleton
  SlotOwners slotOwners(
      BrokerGroup group, SlotViews views, PeerAddress self, PeerConfig config, Clock clock) {
    Duration maxAge = Duration.ofMillis(config.ownersMaxAgeMillis());
    return new GroupOwners(group, views, self, clock, maxAge);
  }
}
