package io.quantedge.simulator.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.audit.AuditLogs;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** The topics of a Kafka broker for an audit, read with one consumer that belongs to no group. */
public final class KafkaAuditLogs implements AuditLogs {
  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicReader reader;

  /**
   * @param bootstrap {@code host:port}, more of them joined by commas
   */
  public KafkaAuditLogs(String bootstrap) {
    consumer = GroupLess.consumer(bootstrap);
    reader = new TopicReader(consumer);
  }

  @Override
  public Map<Integer, Range> ranges() throws RunFailedException, InterruptedException {
    Map<Integer, Long> begins = reader.beginnings(Topic.AUCTION_EVENTS);
    Map<Integer, Range> ranges = new HashMap<>();
    reader
        .ends(Topic.AUCTION_EVENTS)
        .forEach((partition, end) ->
            ranges.put(partition, new Range(begins.getOrDefault(partition, 0L), end)));
    return ranges;
  }

  @Override
  public void read(int partition, Range range, Sink into)
      throws RunFailedException, InterruptedException {
    reader.read(
        Topic.AUCTION_EVENTS,
        partition,
        range.begin(),
        range.end(),
        found -> into.take(found.offset(), key(found), () -> event(found.value())));
  }

  @Override
  public long readOutcomes(Consumer<AuctionOutcome> into)
      throws RunFailedException, InterruptedException {
    long[] unreadable = {0};
    Map<Integer, Long> unused =
        reader.read(
            Topic.AUCTION_OUTCOMES,
            reader.beginnings(Topic.AUCTION_OUTCOMES),
            found -> outcome(found.value()).ifPresentOrElse(into, () -> unreadable[0]++));
    return unreadable[0];
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** A record without a key is nobody's. */
  private static String key(ConsumerRecord<String, byte[]> found) {
    return Optional.ofNullable(found.key()).orElse("");
  }

  private static Optional<AuctionEvent> event(byte @Nullable [] value) {
    try {
      return value == null ? Optional.empty() : Optional.of(EventCodec.AUCTION_EVENT.decode(value));
    } catch (MalformedEventException e) {
      return Optional.empty();
    }
  }

  private static Optional<AuctionOutcome> outcome(byte @Nullable [] value) {
    try {
      return value == null ? Optional.empty() : Optional.of(EventCodec.OUTCOME.decode(value));
    } catch (MalformedEventException e) {
      return Optional.empty();
    }
  }
}
