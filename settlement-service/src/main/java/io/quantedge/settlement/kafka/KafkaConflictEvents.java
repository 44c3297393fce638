package io.quantedge.settlement.kafka;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.settlement.application.ConflictEvents;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Tells conflicts on {@code conflict-events}, all of one operation in one partition. */
@Singleton
class KafkaConflictEvents implements ConflictEvents {
  private final TruthProducer producer;
  private final ContextHeaders contexts;

  KafkaConflictEvents(TruthProducer producer, ContextHeaders contexts) {
    this.producer = producer;
    this.contexts = contexts;
  }

  @Override
  public Uni<Void> emit(ConflictEvent event) {
    return producer.send(
        Topic.CONFLICT_EVENTS,
        event.operationId().toString(),
        EventCodec.CONFLICT.encode(event),
        contexts.of(event.slotIds()));
  }
}
