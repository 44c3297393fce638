package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.evaluator.application.EvaluationObserver;
import io.quantedge.evaluator.application.Evaluator;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.EvaluatorStatus.Phase;
import io.quantedge.evaluator.domain.LogRange;
import io.quantedge.evaluator.domain.SavedSlots;
import io.quantedge.evaluator.tracing.SlotTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the auction log and lets the evaluator work, on one thread.
 *
 * <p>It is a loop of our own on Kafka's client and not a messaging channel, for two reasons: what
 * it commits must stay behind the oldest undecided slot, which is no function of which records were
 * processed; and a partition must load its decided slots before its first record is folded.
 */
final class EvaluatorLoop implements ConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(EvaluatorLoop.class);
  private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

  private final Consumer<String, byte[]> consumer;
  private final Evaluator evaluator;
  private final SlotStateLoader states;
  private final LogReader<AuctionEvent> reader;
  private final EvaluationObserver observer;
  private final EvaluatorStatus status;
  private final SlotTraces traces;
  private final boolean traced;
  private final Clock clock;
  private final Timing timing;

  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private Instant housekeepingDue = Instant.EPOCH;
  private boolean joined;
  private boolean full;
  private volatile boolean stopping;

  EvaluatorLoop(
      Consumer<String, byte[]> consumer,
      Evaluator evaluator,
      SlotStateLoader states,
      Watchers watchers,
      Timing timing) {
    this.consumer = consumer;
    this.evaluator = evaluator;
    this.states = states;
    this.reader = LogReader.ofAuctionLog(watchers.observer());
    this.observer = watchers.observer();
    this.status = watchers.status();
    this.traces = watchers.traces();
    this.traced = traces.isOn();
    this.clock = timing.clock();
    this.timing = timing;
  }

  /** Those who are told what happens. */
  record Watchers(EvaluationObserver observer, EvaluatorStatus status, SlotTraces traces) {}

  /**
   * @param poll longest wait for records
   * @param housekeeping interval of commits and measurements
   * @param request longest wait for an answer of the broker
   */
  record Timing(Clock clock, Duration poll, Duration housekeeping, Duration request) {}

  /** Runs until {@link #stop}, or until something unexpected is thrown. */
  void run() {
    consumer.subscribe(List.of(Topic.AUCTION_EVENTS.topicName()), this);
    while (!stopping) {
      throttle();
      fold(consumer.poll(evaluator.idle(timing.poll())));
      evaluator.work();
      keepHouse();
      status.report(phase());
    }
  }

  /** Ends {@link #run} soon. Thread-safe. */
  void stop() {
    stopping = true;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    joined = true;
    if (assigned.isEmpty()) {
      return;
    }
    status.report(Phase.CATCHING_UP);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(assigned, timing.request());
    Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, timing.request());
    Map<Integer, SavedSlots> saved =
        states.load(assigned.stream().map(TopicPartition::partition).toList());
    Map<Integer, String> ranges = new TreeMap<>();
    for (TopicPartition source : assigned) {
      long committed = consumer.position(source, timing.request());
      long begin = begins.getOrDefault(source, 0L);
      LogRange range = new LogRange(begin, committed, ends.getOrDefault(source, committed));
      int partition = source.partition();
      long start = evaluator.assign(partition, require(saved.get(partition)), range);
      if (start != committed) {
        consumer.seek(source, start);
      }
      if (start < begin) {
        LOG.errorf(
            "records that were never evaluated are gone partition=%d from=%d to=%d",
            partition, start, begin);
      }
      ranges.put(partition, start + ".." + range.end());
    }
    LOG.infof("partitions assigned, folding offsets=%s", ranges);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    Map<TopicPartition, OffsetAndMetadata> progress = progress();
    progress.keySet().retainAll(revoked);
    if (!progress.isEmpty()) {
      try {
        consumer.commitSync(progress, LAST_COMMIT);
      } catch (KafkaException e) {
        // The next owner folds a little more again, and finds the same.
        LOG.warnf("last commit failed partitions=%s cause=%s", progress.keySet(), e);
      }
    }
    onPartitionsLost(revoked);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    lost.forEach(source -> evaluator.revoke(source.partition()));
    committed.keySet().removeAll(lost);
    LOG.infof("partitions given up partitions=%s", lost);
  }

  private static SavedSlots require(@Nullable SavedSlots saved) {
    return Objects.requireNonNull(saved, "a partition was not loaded");
  }

  private Phase phase() {
    if (!joined) {
      return Phase.JOINING;
    }
    if (full) {
      return Phase.FULL;
    }
    return evaluator.isCaughtUp() ? Phase.READY : Phase.CATCHING_UP;
  }

  /**
   * Reads nothing more while too many outcomes wait to be told, or while memory holds no more bids;
   * polling keeps the membership.
   */
  private void throttle() {
    if (full != evaluator.isFull()) {
      full = evaluator.isFull();
      if (full) {
        LOG.errorf(
            "too many bids of open slots, reading pauses rememberedBids=%d; give the evaluator more"
                + " heap and exchange.evaluator.max-remembered-bids, or start another instance",
            evaluator.rememberedBids());
      }
    }
    if (full || evaluator.isSaturated()) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
  }

  private void fold(ConsumerRecords<String, byte[]> records) {
    for (ConsumerRecord<String, byte[]> entry : records) {
      reader
          .read(entry)
          .ifPresent(event -> {
            if (traced) {
              traces.seen(event, entry.headers());
            }
            evaluator.apply(entry.partition(), entry.offset(), event);
          });
    }
    records
        .nextOffsets()
        .forEach((source, next) -> evaluator.advance(source.partition(), next.offset()));
  }

  private void keepHouse() {
    Instant now = clock.instant();
    if (now.isBefore(housekeepingDue)) {
      return;
    }
    housekeepingDue = now.plus(timing.housekeeping());
    Map<TopicPartition, OffsetAndMetadata> progress = progress();
    if (!progress.isEmpty()) {
      consumer.commitAsync(progress, this::onCommit);
    }
    observer.measured(evaluator.load(lag()));
  }

  private void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
    if (failure != null) {
      LOG.warnf("commit failed, will be repeated offsets=%s cause=%s", offsets, failure);
      return;
    }
    offsets.forEach((source, offset) -> committed.put(source, offset.offset()));
  }

  /** What may be committed and is not. */
  private Map<TopicPartition, OffsetAndMetadata> progress() {
    Map<TopicPartition, OffsetAndMetadata> progress = new HashMap<>();
    evaluator
        .committableOffsets()
        .forEach((partition, offset) -> {
          TopicPartition source = new TopicPartition(Topic.AUCTION_EVENTS.topicName(), partition);
          if (!offset.equals(committed.get(source))) {
            progress.put(source, new OffsetAndMetadata(offset));
          }
        });
    return progress;
  }

  private long lag() {
    return consumer.assignment().stream()
        .map(consumer::currentLag)
        .mapToLong(lag -> lag.orElse(0))
        .sum();
  }
}
