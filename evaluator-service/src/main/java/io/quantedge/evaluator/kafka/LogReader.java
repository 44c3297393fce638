package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.evaluator.application.EvaluationObserver;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as events. What cannot be read is counted, named in the log and skipped, and it is
 * skipped by every evaluator alike, so it cannot make two of them disagree.
 */
final class LogReader<T> {
  private static final Logger LOG = Logger.getLogger(LogReader.class);

  private final EventCodec<T> codec;
  private final KeyOf<T> keyOf;
  private final EvaluationObserver observer;

  LogReader(EventCodec<T> codec, KeyOf<T> keyOf, EvaluationObserver observer) {
    this.codec = codec;
    this.keyOf = keyOf;
    this.observer = observer;
  }

  static LogReader<AuctionEvent> ofAuctionLog(EvaluationObserver observer) {
    return new LogReader<>(EventCodec.AUCTION_EVENT, event -> event.slotId().value(), observer);
  }

  /** The key that a record of this event must have. */
  interface KeyOf<T> {
    String of(T event);
  }

  Optional<T> read(ConsumerRecord<String, byte @Nullable []> entry) {
    byte[] value = entry.value();
    if (value == null) {
      return skipped(entry, "it has no value");
    }
    try {
      T event = codec.decode(value);
      // The key chose the partition; an event under another key stands in the wrong log.
      return keyOf.of(event).equals(entry.key())
          ? Optional.of(event)
          : skipped(entry, "its key is not its slot " + keyOf.of(event));
    } catch (MalformedEventException e) {
      return skipped(entry, String.valueOf(e.getMessage()));
    }
  }

  /** Counts and names a record that is of no use. */
  Optional<T> skipped(ConsumerRecord<String, byte @Nullable []> entry, String cause) {
    observer.undecodable();
    LOG.errorf(
        "record skipped topic=%s partition=%d offset=%d cause=%s",
        entry.topic(), entry.partition(), entry.offset(), cause);
    return Optional.empty();
  }
}
