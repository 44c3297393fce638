package io.quantedge.ingest.kafka;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.ingest.application.FigureStore;
import io.quantedge.ingest.application.StoreSetup;
import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries what evaluation says of each slot into the store, for queries: outcomes at once, counts
 * only the latest of each slot and only now and then. Offsets are committed after the writing, and
 * every write can be repeated; if the store fails, the loop begins anew from the last commit.
 *
 * <p>One thread runs it; {@link #wakeup} may be called by any.
 */
@Singleton
class FiguresWriter {
  private static final Logger log = Logger.getLogger(FiguresWriter.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final LogConfig logConfig;
  private final StoreConfig config;
  private final StoreSetup setup;
  private final FigureStore store;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  FiguresWriter(LogConfig logConfig, StoreConfig config, StoreSetup setup, FigureStore store) {
    this.logConfig = logConfig;
    this.config = config;
    this.setup = setup;
    this.store = store;
  }

  /** Ends a blocking read, so that the loop can look whether it must stop. */
  void wakeup() {
    KafkaConsumer<String, byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
  }

  void run(SupervisedLoop loop) {
    setup.ensureReady().await().indefinitely();
    try (KafkaConsumer<String, byte[]> opened =
        new KafkaConsumer<>(ClientSettings.figures(logConfig, config))) {
      consumer = opened;
      opened.subscribe(
          List.of(Topic.TRAFFIC_STATS.topicName(), Topic.AUCTION_OUTCOMES.topicName()));
      while (!loop.isStopping()) {
        carry(opened, loop);
        loop.succeeded();
      }
    } catch (WakeupException e) {
      log.debug("figures writer woken up");
    } finally {
      consumer = null;
    }
  }

  /** Reads for one interval, keeps the latest counts of each slot, writes them and commits. */
  private void carry(KafkaConsumer<String, byte[]> reading, SupervisedLoop loop) {
    Map<SlotId, TrafficStats> latest = new HashMap<>();
    boolean read = false;
    long endNanos = System.nanoTime() + config.figures().interval().toNanos();
    while (System.nanoTime() - endNanos < 0 && !loop.isStopping()) {
      boolean full = latest.size() >= config.figures().maxSlots();
      if (full) {
        reading.pause(reading.assignment());
      }
      ConsumerRecords<String, byte[]> records = reading.poll(POLL);
      read |= !records.isEmpty();
      apply(records, latest);
    }
    writeAll(latest.values().stream().map(store::keep).toList());
    reading.resume(reading.paused());
    if (read) {
      commit(reading);
    }
  }

  private static void commit(KafkaConsumer<String, byte[]> reading) {
    try {
      reading.commitSync();
    } catch (CommitFailedException | RebalanceInProgressException e) {
      log.warnf("figures commit failed, what was read is read again cause=%s", e.toString());
    }
  }

  private void apply(ConsumerRecords<String, byte[]> records, Map<SlotId, TrafficStats> latest) {
    List<Uni<Void>> outcomes = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> each : records) {
      byte[] value = each.value();
      if (value != null) {
        try {
          if (each.topic().equals(Topic.AUCTION_OUTCOMES.topicName())) {
            outcomes.add(store.keep(EventCodec.OUTCOME.decode(value), each.offset()));
          } else {
            TrafficStats stats = EventCodec.TRAFFIC_STATS.decode(value);
            latest.merge(stats.slotId(), stats, FiguresWriter::later);
          }
        } catch (MalformedEventException e) {
          log.warnf(
              "figures skipped topic=%s partition=%d offset=%d cause=%s",
              each.topic(), each.partition(), each.offset(), e.getMessage());
        }
      }
    }
    writeAll(outcomes);
  }

  private void writeAll(List<Uni<Void>> writes) {
    if (!writes.isEmpty()) {
      Uni.join()
          .all(writes)
          .usingConcurrencyOf(config.parallelWrites())
          .andCollectFailures()
          .await()
          .indefinitely();
    }
  }

  private static TrafficStats later(TrafficStats one, TrafficStats other) {
    return one.offset() > other.offset() ? one : other;
  }
}
