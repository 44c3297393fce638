package io.quantedge.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.usage.UsageReport.Level;
import io.quantedge.ingest.application.StoreObserver;
import io.quantedge.ingest.domain.StorePlan;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

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
  private final AtomicInteger unwrittenRecords = new AtomicInteger();
  private final AtomicLong oldestUnwrittenMillis = new AtomicLong(NOTHING_UNWRITTEN);

  public StoreMetrics(MeterRegistry registry, Clock clock) {
    items = counter(registry, "items", "Bids written to the store");
    batches = counter(registry, "batches", "Batched writes sent to the store");
    retries =
        counter(registry, "unprocessed.retries", "Items that the store sent back, tried again");
    repeats = counter(registry, "skipped.repeats", "Records passed over: their bid is known");
    unreadable = counter(registry, "unreadable.records", "Records of the log that make no sense");
    failedRounds = counter(registry, "failed.rounds", "Rounds that were put off and tried again");
    pacedWaits =
        counter(registry, "paced.waits", "Times that a key's writes waited for the next second");
    Gauge.builder("exchange.store.hot.slots", hotSlots, AtomicInteger::get)
        .description("Open slots whose bids are spread over more than one key")
        .register(registry);
    Gauge.builder("exchange.store.shards.max", maxShards, AtomicInteger::get)
        .description("The most keys over which an open slot's bids are spread")
        .register(registry);
    Gauge.builder("exchange.store.lag.records", lagRecords, AtomicLong::get)
        .description("Records of the log that the store writer has not read")
        .register(registry);
    Gauge.builder(
            "exchange.store.oldest.unwritten.seconds", () -> oldestUnwrittenSeconds(clock.millis()))
        .description("Age of the oldest record that was read and is not in the store yet")
        .register(registry);
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

  /** So many records are read and not in the store yet. */
  public void unwritten(int records) {
    unwrittenRecords.set(records);
  }

  /** How the store stands, for reports of usage. */
  public SortedMap<Level, Long> levels(long nowMillis) {
    return new TreeMap<>(
        Map.of(
            Level.STORE_LAG_RECORDS,
            lagRecords.get() + unwrittenRecords.get(),
            Level.STORE_OLDEST_UNWRITTEN_MILLIS,
            oldestUnwrittenAgeMillis(nowMillis),
            Level.STORE_HOT_SLOTS,
            (long) hotSlots.get()));
  }

  private double oldestUnwrittenSeconds(long nowMillis) {
    return oldestUnwrittenAgeMillis(nowMillis) / 1_000.0;
  }

  private long oldestUnwrittenAgeMillis(long nowMillis) {
    long since = oldestUnwrittenMillis.get();
    return since == NOTHING_UNWRITTEN ? 0 : Math.max(0, nowMillis - since);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("exchange.store." + name).description(description).register(registry);
  }
}
