package io.quantedge.ingest.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the auction log. A record that makes no sense is a case to pass over, never a
 * reason to stop. Stateless.
 */
final class LogDecoder {
  private static final Logger log = Logger.getLogger(LogDecoder.class);

  /** How every bid's value begins: the codec writes the type first. */
  private static final byte[] BID_PREFIX =
      "{\"type\":\"BID_PLACED\"".getBytes(StandardCharsets.UTF_8);

  private LogDecoder() {}

  /** Whether the value is a bid, without decoding it. False does not say that it is none. */
  static boolean isBid(byte @Nullable [] value) {
    return value != null
        && value.length > BID_PREFIX.length
        && Arrays.equals(value, 0, BID_PREFIX.length, BID_PREFIX, 0, BID_PREFIX.length);
  }

  /**
   * The record, or nothing if it cannot be read or has another slot's key: such a record may stand
   * in another partition than its slot, where it has no order.
   */
  static Optional<LogRecord> decode(ConsumerRecord<String, byte[]> entry) {
    byte[] value = entry.value();
    if (value == null) {
      return unreadable(entry, "it has no value");
    }
    try {
      AuctionEvent event = EventCodec.AUCTION_EVENT.decode(value);
      if (!event.slotId().value().equals(entry.key())) {
        return unreadable(entry, "its key is not its slot");
      }
      return Optional.of(new LogRecord(new LogPosition(entry.partition(), entry.offset()), event));
    } catch (MalformedEventException e) {
      return unreadable(entry, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<LogRecord> unreadable(
      ConsumerRecord<String, byte[]> entry, String cause) {
    log.warnf(
        "log record skipped topic=%s partition=%d offset=%d cause=%s",
        entry.topic(), entry.partition(), entry.offset(), cause);
    return Optional.empty();
  }
}
