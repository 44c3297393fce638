package io.quantedge.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.metric.IngestMetric;
import io.quantedge.ingest.application.StoreObserver;
import io.quantedge.ingest.domain.StorePlan;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts what the store writer does, and shows how far behind the log it is. Thread-safe. */
@Singleton
public class StoreMetrics implements StoreObserver {
  private static final long NOTHING_UNWRITTEN = Long.MAX_VALUE;

  private final Counter items;
  private final Counter batches;
  private final Counter retries;
  private final Counter repeats;
  private final Counter unreadable;
  private final Counter failedRounds;
  private final Counter pacedWaits;
  private final AtomicInteger hotSlots = new AtomicInteger();
  private final AtomicInteger maxShards = new AtomicInteger(1);
  private final AtomicLong lagRecords = new AtomicLong();
  private final AtomicLong oldestUnwrittenMillis = new AtomicLong(NOTHING_UNWRITTEN);

  public StoreMetrics(MeterRegistry registry, Clock clock) {
    items = counter(registry, IngestMetric.STORE_ITEMS);
    batches = counter(registry, IngestMetric.STORE_BATCHES);
    retries = counter(registry, IngestMetric.STORE_RETRIES);
    repeats = counter(registry, IngestMetric.STORE_REPEATS);
    unreadable = counter(registry, IngestMetric.STORE_UNREADABLE);
    failedRounds = counter(registry, IngestMetric.STORE_FAILED_ROUNDS);
    pacedWaits = counter(registry, IngestMetric.STORE_PACED_WAITS);
    gauge(registry, IngestMetric.STORE_HOT_SLOTS, hotSlots::get);
    gauge(registry, IngestMetric.STORE_MAX_SHARDS, maxShards::get);
    gauge(registry, IngestMetric.STORE_LAG, lagRecords::get);
    gauge(
        registry,
        IngestMetric.STORE_OLDEST_UNWRITTEN,
        () -> oldestUnwrittenSeconds(clock.millis()));
  }

  @Override
  public void written(StorePlan plan) {
    items.increment(plan.puts().size());
    repeats.increment(plan.repeats());
  }

  @Override
  public void doubtfulDone(int written, int skipped) {
    items.increment(written);
    repeats.increment(skipped);
  }

  /** One batched write was sent. */
  public void batchSent() {
    batches.increment();
  }

  /** So many items came back unprocessed or throttled and are tried again. */
  public void itemsRetried(int count) {
    retries.increment(count);
  }

  /** A key is written as fast as it may be, and more waits for it. */
  public void pacedWait() {
    pacedWaits.increment();
  }

  /** So many open slots have more than one shard, and the most that one has. */
  public void shards(int slots, int most) {
    hotSlots.set(slots);
    maxShards.set(most);
  }

  /** A record could not be read and was passed over. */
  public void recordUnreadable() {
    unreadable.increment();
  }

  /** A round failed and is tried again later. */
  public void roundFailed() {
    failedRounds.increment();
  }

  /** How many records of the log are not read yet. */
  public void lag(long records) {
    lagRecords.set(records);
  }

  /** From now on, records from this instant on (milliseconds since 1970) wait to be written. */
  public void unwrittenSince(long epochMillis) {
    oldestUnwrittenMillis.set(epochMillis);
  }

  /** All that was read is written. */
  public void nothingUnwritten() {
    oldestUnwrittenMillis.set(NOTHING_UNWRITTEN);
  }

  private double oldestUnwrittenSeconds(long nowMillis) {
    long since = oldestUnwrittenMillis.get();
    return since == NOTHING_UNWRITTEN ? 0 : Math.max(0, nowMillis - since) / 1_000.0;
  }

  private static Counter counter(MeterRegistry registry, IngestMetric metric) {
    return Counter.builder(metric.meterName()).description(metric.description()).register(registry);
  }

  private static void gauge(MeterRegistry registry, IngestMetric metric, Supplier<Number> figure) {
    Gauge.builder(metric.meterName(), figure).description(metric.description()).register(registry);
  }
}
