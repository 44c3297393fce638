package io.quantedge.settlement.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A record that was taken from the topic of outcomes and is not acknowledged yet.
 *
 * @param outcome what it says, if it can be read
 * @param unreadable why it cannot, or empty text
 */
record Taken(
    Message<byte[]> message,
    ConsumerRecord<String, byte[]> record,
    Optional<AuctionOutcome> outcome,
    String unreadable) {

  static Taken of(Message<byte[]> message) {
    ConsumerRecord<String, byte[]> record = recordOf(message);
    byte[] value = record.value();
    try {
      AuctionOutcome outcome = EventCodec.OUTCOME.decode(value == null ? new byte[0] : value);
      return new Taken(message, record, Optional.of(outcome), "");
    } catch (MalformedEventException e) {
      return new Taken(message, record, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  int hashOfKey() {
    return Objects.hashCode(record.key());
  }

  @SuppressWarnings("unchecked") // The channel's deserializers are set to String and bytes.
  private static ConsumerRecord<String, byte[]> recordOf(Message<byte[]> message) {
    return (ConsumerRecord<String, byte[]>)
        message
            .getMetadata(IncomingKafkaRecordMetadata.class)
            .orElseThrow(() -> new IllegalStateException("a message without its Kafka record"))
            .getRecord();
  }
}
