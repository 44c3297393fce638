package io.quantedge.settlement.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.ImpossibleOutcomeException;
import io.quantedge.settlement.application.ProcessOutcome;
import io.quantedge.settlement.config.OutcomesConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes outcomes and acknowledges each only when it is settled and announced, or isolated. Outcomes
 * run in a fixed number of lanes, chosen by key: one buyer's outcomes stay in order and do not
 * fight each other for its balance, those of different buyers run side by side. (The connector's
 * own ordering by key keeps a group for each key it ever saw; unsold slots have a key each.)
 * Thread-safe.
 */
@Singleton
public class OutcomeConsumer {
  private static final Logger log = Logger.getLogger(OutcomeConsumer.class);

  private final Multi<Message<byte[]>> outcomes;
  private final ProcessOutcome processOutcome;
  private final DeadLetters deadLetters;
  private final Lanes lanes;
  private volatile boolean running = true;

  OutcomeConsumer(
      @Channel("auction-outcomes") Multi<Message<byte[]>> outcomes,
      ProcessOutcome processOutcome,
      DeadLetters deadLetters,
      OutcomesConfig config) {
    this.outcomes = outcomes;
    this.processOutcome = processOutcome;
    this.deadLetters = deadLetters;
    this.lanes = new Lanes(config.lanes());
  }

  /** Whether outcomes are still being taken. */
  public boolean isRunning() {
    return running;
  }

  void onStart(@Observes StartupEvent event) {
    lanes
        .run(outcomes, OutcomeConsumer::hashOfKey, this::handle)
        .subscribe()
        .with(ignored -> {}, this::stopped, () -> log.info("outcomes are taken no more"));
  }

  private static int hashOfKey(Message<byte[]> message) {
    return Objects.hashCode(recordOf(message).key());
  }

  private Uni<Void> handle(Message<byte[]> message) {
    ConsumerRecord<String, byte[]> record = recordOf(message);
    return settle(record)
        .onFailure()
        .recoverWithUni(failure -> deadLetters.send(record, causeOf(failure)))
        .chain(() -> Uni.createFrom().completionStage(message::ack));
  }

  private Uni<Void> settle(ConsumerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .deferred(() -> {
          try {
            return processOutcome.process(decoded(record));
          } catch (MalformedEventException e) {
            return Uni.createFrom().failure(e);
          }
        });
  }

  private static AuctionOutcome decoded(ConsumerRecord<String, byte[]> record)
      throws MalformedEventException {
    byte[] value = record.value();
    return EventCodec.OUTCOME.decode(value == null ? new byte[0] : value);
  }

  private static String causeOf(Throwable failure) {
    return switch (failure) {
      case MalformedEventException e -> String.valueOf(e.getMessage());
      case ImpossibleOutcomeException e -> String.valueOf(e.getMessage());
      default -> String.valueOf(failure);
    };
  }

  @SuppressWarnings("unchecked") // The channel's deserializers are set to String and bytes.
  private static ConsumerRecord<String, byte[]> recordOf(Message<byte[]> message) {
    return (ConsumerRecord<String, byte[]>)
        message
            .getMetadata(IncomingKafkaRecordMetadata.class)
            .orElseThrow(() -> new IllegalStateException("a message without its Kafka record"))
            .getRecord();
  }

  private void stopped(Throwable failure) {
    running = false;
    log.fatal("outcomes are taken no more; this process must be restarted", failure);
  }
}
