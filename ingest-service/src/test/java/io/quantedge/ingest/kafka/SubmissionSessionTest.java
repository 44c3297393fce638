package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.application.TestIntake;
import io.quantedge.ingest.config.SubmissionsConfig;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.metrics.SubmissionMetrics;
import io.quantedge.ingest.testing.HostileInputs;
import io.quantedge.tracing.Traces;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a submission is done, with Kafka's own doubles of its clients. */
class SubmissionSessionTest {
  private static final TopicPartition PLACE =
      new TopicPartition(Topic.BID_SUBMISSIONS.topicName(), 0);

  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final TestIntake intake = new TestIntake();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SubmissionSession session =
      new SubmissionSession(
          consumer,
          new SubmissionSession.Work(
              new SubmissionDecoder(1_000),
              intake.placeBid(),
              new Rejections(new LogProducer(producer), intake.clock),
              Traces.off()),
          config(),
          new FullJitter(Duration.ofMillis(1), Duration.ofMillis(2), new SplittableRandom(7)),
          new SubmissionMetrics(registry));

  @BeforeEach
  void takeOver() {
    session.begin();
    consumer.updateBeginningOffsets(Map.of(PLACE, 0L));
    consumer.rebalance(List.of(PLACE));
    session.step();
  }

  @Test
  void shouldCommitABidOnlyWhenTheLogHasIt() {
    append(0, HostileInputs.good("s"));
    stepAWhile();
    assertThat(intake.log.appended).hasSize(1);
    assertThat(committed()).isZero();

    intake.log.acknowledge(0, 17);

    awaitCommitted(1);
  }

  @Test
  void shouldCommitARefusedOneOnlyWhenItsRejectionIsDurable() throws MalformedEventException {
    append(0, "{\"slotId\":\"s\",\"bidId\":\"b\",\"accountId\":5}");
    stepAWhile();
    assertThat(producer.history()).hasSize(1);
    assertThat(committed()).isZero();

    producer.completeNext();

    awaitCommitted(1);
    RejectedSubmission rejected =
        EventCodec.REJECTED_SUBMISSION.decode(producer.history().getFirst().value());
    assertThat(producer.history().getFirst().key()).asString().isEqualTo("key");
    assertThat(rejected.source())
        .isEqualTo(new RejectedSubmission.Source(PLACE.topic(), PLACE.partition(), 0));
    assertThat(rejected.key()).contains("key");
    assertThat(rejected.code()).isEqualTo("INVALID_REQUEST");
    assertThat(rejected.cause()).contains("accountId");
    assertThat(rejected.submission()).contains("\"accountId\":5");
  }

  @Test
  void shouldSayWhichBidWasRejectedIfItCouldBeRead() throws MalformedEventException {
    append(0, HostileInputs.good("s").replace("5.4000", "0.5"));
    stepAWhile();

    RejectedSubmission rejected =
        EventCodec.REJECTED_SUBMISSION.decode(producer.history().getFirst().value());
    assertThat(rejected.code()).isEqualTo("BELOW_FLOOR");
    assertThat(rejected.slotId()).contains("s");
    assertThat(rejected.bidId()).isPresent();
  }

  @Test
  void shouldWriteARejectionAgainUntilItIsDurable() {
    append(0, "no bid");
    stepAWhile();
    producer.errorNext(new TimeoutException("the broker is away"));

    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(producer.history()).hasSize(2);
        });
    assertThat(committed()).isZero();
    producer.completeNext();
    awaitCommitted(1);
  }

  @Test
  void shouldTryAgainWhatTheLogDidNotTakeAndRejectNothing() {
    append(0, HostileInputs.good("s"));
    stepAWhile();
    intake
        .log
        .acks
        .getFirst()
        .completeExceptionally(new RefusedException(new Refusal.LogUnavailable("down")));

    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(intake.log.acks).hasSize(2);
        });
    assertThat(committed()).isZero();
    assertThat(idAt(0)).isEqualTo(idAt(1));
    intake.log.acknowledge(1, 18);
    awaitCommitted(1);
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void shouldWaitWhereHttpWouldBeToldThatThereIsTooMuch() {
    for (int i = 0; i < TestIntake.MAX_IN_FLIGHT + 1; i++) {
      append(i, HostileInputs.good("s"));
    }
    stepAWhile();
    assertThat(intake.log.appended).hasSize(TestIntake.MAX_IN_FLIGHT);

    intake.log.acknowledge(0, 17);
    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(intake.log.appended).hasSize(TestIntake.MAX_IN_FLIGHT + 1);
        });
    intake.log.acknowledge(1, 18);
    intake.log.acknowledge(2, 19);

    awaitCommitted(TestIntake.MAX_IN_FLIGHT + 1);
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void shouldReadNoMoreThanIsBounded() {
    for (int i = 0; i < 4; i++) {
      append(i, HostileInputs.good("s"));
    }
    stepAWhile();
    assertThat(consumer.paused()).containsExactly(PLACE);
    append(4, HostileInputs.good("s"));
    stepAWhile();
    assertThat(registry.counter("exchange.ingest.submissions.read").count()).isEqualTo(4);

    await()
        .untilAsserted(() -> {
          intake.log.acks.forEach(ack -> ack.complete(new LogPosition(0, 1)));
          session.step();
          assertThat(committed()).isEqualTo(5);
        });
    assertThat(consumer.paused()).isEmpty();
  }

  @Test
  void shouldGiveASubmissionThatIsReadAgainTheSameId() {
    append(0, HostileInputs.good("s"));
    stepAWhile();
    consumer.rebalance(List.of());
    consumer.rebalance(List.of(PLACE));
    consumer.seek(PLACE, 0);
    append(0, HostileInputs.good("s"));
    intake.recent.clear();
    stepAWhile();

    assertThat(intake.log.appended).hasSize(2);
    assertThat(idAt(0)).isEqualTo(idAt(1));
    assertThat(((AuctionEvent.BidPlaced) intake.log.appended.getFirst()).bid().bidId().value())
        .extracting(java.util.UUID::version)
        .isEqualTo(5);
  }

  @Test
  void shouldFinishWhatIsUnderWayWhenItEnds() throws InterruptedException {
    append(0, HostileInputs.good("s"));
    stepAWhile();
    Thread broker =
        Thread.ofVirtual()
            .start(() -> {
              await().pollDelay(Duration.ofMillis(50)).until(() -> true);
              intake.log.acknowledge(0, 17);
            });

    session.drain();

    broker.join();
    assertThat(committed()).isEqualTo(1);
  }

  private Object idAt(int index) {
    return ((AuctionEvent.BidPlaced) intake.log.appended.get(index)).bid().bidId();
  }

  private void append(long offset, String value) {
    consumer.addRecord(
        new ConsumerRecord<>(
            PLACE.topic(),
            PLACE.partition(),
            offset,
            "key".getBytes(StandardCharsets.UTF_8),
            value.getBytes(StandardCharsets.UTF_8)));
  }

  private void stepAWhile() {
    for (int i = 0; i < 20; i++) {
      session.step();
    }
  }

  private void awaitCommitted(long offset) {
    await()
        .untilAsserted(() -> {
          session.step();
          assertThat(committed()).isEqualTo(offset);
        });
  }

  private long committed() {
    OffsetAndMetadata committed = consumer.committed(Set.of(PLACE)).get(PLACE);
    return committed == null ? 0 : committed.offset();
  }

  private static SubmissionsConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(SubmissionsConfig.class)
        .withDefaultValues(
            Map.of(
                "exchange.ingest.submissions.max-in-flight", "4",
                "exchange.ingest.submissions.commit-interval", "1ms"))
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(SubmissionsConfig.class);
  }
}
