package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.application.StoreRound;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.ShardRules;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.domain.StoreFold.Progress;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.quantedge.ingest.testing.FakeStore;
import io.quantedge.ingest.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of writing and committing, with Kafka's own consumer double. */
class StoreSessionTest {
  private static final TopicPartition PLACE =
      new TopicPartition(Topic.AUCTION_EVENTS.topicName(), 0);
  private static final TopicPartition OTHER =
      new TopicPartition(Topic.AUCTION_EVENTS.topicName(), 1);

  private final MockConsumer<String, byte[]> consumer =
      new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
  private final FakeStore store = new FakeStore();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StoreMetrics metrics = new StoreMetrics(registry, Clock.systemUTC());
  private final StoreSession session =
      new StoreSession(
          consumer,
          new StoreFold(1_000, new ShardRules(500, 64)),
          new StoreRound.Stores(store, store, metrics, new SplittableRandom(7), 2),
          metrics,
          new StoreSession.Settings(
              new FullJitter(Duration.ofMillis(1), Duration.ofMillis(2), new SplittableRandom(7)),
              20));

  @BeforeEach
  void takeOver() {
    session.begin();
    consumer.updateBeginningOffsets(Map.of(PLACE, 0L, OTHER, 0L));
    consumer.rebalance(List.of(PLACE, OTHER));
    session.step();
  }

  @Test
  void shouldCommitOnlyWhatIsWritten() {
    append(PLACE, 0, opened("s"));
    append(PLACE, 1, placed("s", 1));
    AtomicInteger asked = new AtomicInteger();
    // The opening is written, the bid is not.
    store.failWhen(() -> asked.incrementAndGet() > 2);

    await()
        .during(Duration.ofMillis(600))
        .untilAsserted(() -> {
          session.step();
          assertThat(committed(PLACE)).isEqualTo(new Progress(0, 0));
        });

    assertThat(session.isPutOff()).isTrue();
    assertThat(consumer.paused()).containsExactly(PLACE);
    assertThat(store.bids).isEmpty();
    assertThat(committed(PLACE)).isEqualTo(new Progress(0, 0));

    store.failWhen(() -> false);
    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(committed(PLACE)).isEqualTo(new Progress(0, 2));
        });
    assertThat(store.bids).hasSize(1);
    assertThat(consumer.paused()).isEmpty();
    assertThat(session.isPutOff()).isFalse();
  }

  @Test
  void shouldReadNothingMoreWhileItWaitsForTheStore() {
    append(PLACE, 0, opened("s"));
    store.failWhen(() -> true);
    session.step();
    append(PLACE, 1, placed("s", 1));

    session.step();

    assertThat(consumer.position(PLACE)).isEqualTo(1);
  }

  @Test
  void shouldGoOnWithTheOtherPartitionsWhileOneWaits() {
    append(PLACE, 0, opened("s"));
    store.failWhen(() -> true);
    session.step();
    // From now on nothing of the first partition is written, and all of the other one.
    store.failWhen(() -> store.failing("s"));
    append(OTHER, 0, opened("other"));
    append(OTHER, 1, placed("other", 1));

    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(committed(OTHER)).isEqualTo(new Progress(0, 2));
        });
    assertThat(committed(PLACE)).isEqualTo(new Progress(0, 0));
    assertThat(session.isPutOff()).isTrue();
  }

  @Test
  void shouldReadNothingWhileTooMuchWaitsToBeWritten() {
    for (int i = 0; i < 20; i++) {
      append(PLACE, i, i == 0 ? opened("s") : placed("s", i));
    }
    store.failWhen(() -> true);
    session.step();
    session.step();
    append(OTHER, 0, opened("other"));

    session.step();

    assertThat(consumer.paused()).containsExactlyInAnyOrder(PLACE, OTHER);
    assertThat(consumer.position(OTHER)).isZero();
  }

  @Test
  void shouldLeaveAPutOffRoundToItsNewOwner() {
    append(PLACE, 0, opened("s"));
    append(OTHER, 0, opened("other"));
    store.failWhen(() -> true);
    session.step();

    consumer.rebalance(List.of(OTHER));
    store.failWhen(() -> false);

    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(committed(OTHER)).isEqualTo(new Progress(0, 1));
        });
    assertThat(store.slots).hasSize(1);
    assertThat(committed(PLACE)).isEqualTo(new Progress(0, 0));
  }

  @Test
  void shouldCommitAlsoBehindARecordThatMakesNoSense() {
    consumer.addRecord(
        new ConsumerRecord<>(
            PLACE.topic(), 0, 0, "s", "nonsense".getBytes(StandardCharsets.UTF_8)));

    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(committed(PLACE)).isEqualTo(new Progress(1, 1));
        });
    assertThat(registry.get("exchange.store.unreadable.records").counter().count()).isEqualTo(1);
  }

  private void append(TopicPartition place, long offset, AuctionEvent event) {
    consumer.addRecord(
        new ConsumerRecord<>(
            place.topic(),
            place.partition(),
            offset,
            event.slotId().value(),
            EventCodec.AUCTION_EVENT.encode(event)));
  }

  private Progress committed(TopicPartition place) {
    OffsetAndMetadata committed = consumer.committed(Set.of(place)).get(place);
    return CommitNote.read(committed);
  }

  private static AuctionEvent opened(String slotId) {
    return new AuctionEvent.SlotOpened(Samples.slot(slotId), Samples.OPENS_AT);
  }

  private static AuctionEvent placed(String slotId, long number) {
    return new AuctionEvent.BidPlaced(Samples.bid(slotId, new UUID(0, number), "2"));
  }
}
