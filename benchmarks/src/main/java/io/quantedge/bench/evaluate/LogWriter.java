package io.quantedge.bench.evaluate;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.kafka.BareLogProducer;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes an auction log as intake does. Used by one thread. */
final class LogWriter implements AutoCloseable {
  private static final String TOPIC = Topic.AUCTION_EVENTS.topicName();

  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  LogWriter(String bootstrapServers) {
    this.producer = BareLogProducer.open(bootstrapServers);
    producer.partitionsFor(TOPIC);
  }

  /** Appends soon; {@link #flush} tells of failures. */
  void append(AuctionEvent event) {
    producer.send(
        new ProducerRecord<>(TOPIC, event.slotId().value(), EventCodec.AUCTION_EVENT.encode(event)),
        (metadata, failed) -> {
          if (failed != null) {
            failure.compareAndSet(null, failed);
          }
        });
  }

  /**
   * Returns when the broker has all of it.
   *
   * @throws Exception the first failure of a record, if one was not written
   */
  void flush() throws Exception {
    producer.flush();
    Exception first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
