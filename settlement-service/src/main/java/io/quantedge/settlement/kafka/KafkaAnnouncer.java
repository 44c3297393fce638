package io.quantedge.settlement.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.SettlementAnnouncer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Announces committed settlements on {@code settlements}. */
@Singleton
class KafkaAnnouncer implements SettlementAnnouncer {
  private final TruthProducer producer;
  private final ContextHeaders contexts;

  KafkaAnnouncer(TruthProducer producer, ContextHeaders contexts) {
    this.producer = producer;
    this.contexts = contexts;
  }

  @Override
  public Uni<Void> announce(SettlementEvent event) {
    return producer.send(
        Topic.SETTLEMENTS,
        event.slotId().value(),
        EventCodec.SETTLEMENT.encode(event),
        contexts.of(event.slotId()));
  }
}
