package io.quantedge.ingest.kafka;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.application.SlotStore;
import io.quantedge.ingest.application.TailProgress;
import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quantedge.ingest.domain.StoreFold.Progress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Follows the whole log and keeps the slot directory by it. It begins where the store writers'
 * group would resume: all slots opened before that are in the store, all others pass by here.
 *
 * <p>One thread runs it; {@link #isFollowing} may be asked by any.
 */
@Singleton
class SlotTail {
  private static final Logger log = Logger.getLogger(SlotTail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration WARM_UP_PAUSE = Duration.ofMillis(100);

  private final LogConfig config;
  private final StoreConfig storeConfig;
  private final SlotDirectory directory;
  private final TailProgress progress;
  private final SlotStore store;
  private final KafkaAuctionLog auctionLog;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final FetchPulse pulse = new FetchPulse();

  SlotTail(
      KafkaAuctionLog auctionLog,
      LogConfig config,
      StoreConfig storeConfig,
      SlotDirectory directory,
      TailProgress progress,
      SlotStore store) {
    this.auctionLog = auctionLog;
    this.config = config;
    this.storeConfig = storeConfig;
    this.directory = directory;
    this.progress = progress;
    this.store = store;
  }

  /** Whether the directory is complete and the broker has answered lately. */
  boolean isFollowing() {
    return progress.isCaughtUp() && pulse.isWithin(config.tail().silenceLimit());
  }

  void run(SupervisedLoop loop) throws InterruptedException {
    while (!auctionLog.warmUp() && !loop.isStopping()) {
      Thread.sleep(WARM_UP_PAUSE);
    }
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(ClientSettings.tail(config, storeConfig))) {
      Set<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      if (!progress.isCaughtUp()) {
        catchUp(consumer, partitions, loop);
      } else {
        positions.forEach(consumer::seek);
      }
      while (!loop.isStopping()) {
        loop.succeeded();
        follow(consumer);
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> consumer) throws InterruptedException {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    pulse.observe(consumer);
    apply(records);
    if (!records.isEmpty()) {
      Thread.sleep(config.tail().pause());
    }
  }

  private void catchUp(
      KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> partitions, SupervisedLoop loop) {
    Map<TopicPartition, Long> written = seekToResumePoint(consumer, partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Set<SlotId> inStore = new HashSet<>();
    while (!loop.isStopping() && !hasReached(consumer, ends)) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      pulse.observe(consumer);
      for (LogRecord each : apply(records)) {
        TopicPartition partition = partition(each);
        if (each.event() instanceof AuctionEvent.SlotOpened opened
            && each.position().offset() < written.getOrDefault(partition, 0L)) {
          inStore.add(opened.slotId());
        }
      }
    }
    if (!loop.isStopping()) {
      partitions.forEach(each -> positions.put(each, consumer.position(each)));
      correctByStore(inStore);
      progress.catchUpDone();
      log.infof("slot directory complete openSlots=%d", directory.openSlots());
    }
  }

  /**
   * A slot whose opening was carried into the store already may have an earlier opening before the
   * point from which the log is read: then the store has the definition that counts.
   */
  private void correctByStore(Set<SlotId> slotIds) {
    for (SlotId slotId : slotIds) {
      store.find(slotId).await().indefinitely().ifPresent(directory::correct);
    }
  }

  private List<LogRecord> apply(ConsumerRecords<String, byte[]> records) {
    List<LogRecord> applied = new ArrayList<>();
    Map<String, Long> bids = new HashMap<>();
    for (ConsumerRecord<String, byte[]> each : records) {
      if (LogDecoder.isBid(each.value())) {
        bids.merge(String.valueOf(each.key()), 1L, Long::sum);
      } else {
        LogDecoder.decode(each).ifPresent(applied::add);
      }
    }
    // Openings first: the bids of a slot that closes within this read have no weight any more.
    applied.forEach(directory::apply);
    bids.forEach(this::count);
    Map<Integer, Long> reached = new HashMap<>();
    records
        .nextOffsets()
        .forEach((partition, next) -> {
          positions.put(partition, next.offset());
          reached.put(partition.partition(), next.offset());
        });
    progress.advance(reached);
    return applied;
  }

  /** Counts bids by their records' key alone: to decode each would cost more than all else here. */
  private void count(String key, long records) {
    try {
      directory.countBids(new SlotId(key), records);
    } catch (IllegalArgumentException e) {
      log.debugf("bids under a key that is no slot key=%s records=%d", key, records);
    }
  }

  /**
   * @return by partition: everything before this offset is in the store
   */
  private static Map<TopicPartition, Long> seekToResumePoint(
      KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> written = new HashMap<>();
    consumer
        .committed(partitions)
        .forEach((partition, committed) -> {
          Progress left = CommitNote.read(committed);
          written.put(partition, left.writtenOffset());
          if (committed == null) {
            consumer.seekToBeginning(Set.of(partition));
          } else {
            consumer.seek(partition, left.resumeOffset());
          }
        });
    return written;
  }

  private static boolean hasReached(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static Set<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
    String topic = Topic.AUCTION_EVENTS.topicName();
    Set<TopicPartition> partitions = new HashSet<>();
    consumer
        .partitionsFor(topic)
        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    if (partitions.isEmpty()) {
      throw new IllegalStateException(
          "topic " + topic + " does not exist; the deployment makes it");
    }
    return partitions;
  }

  private static TopicPartition partition(LogRecord logRecord) {
    return new TopicPartition(Topic.AUCTION_EVENTS.topicName(), logRecord.position().partition());
  }
}
