package io.quantedge.telemetry.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.telemetry.domain.ConflictReport;
import io.quantedge.telemetry.domain.Cost;
import io.quantedge.telemetry.domain.ExchangeFold;
import io.quantedge.telemetry.domain.Limits;
import io.quantedge.telemetry.domain.ListPrices;
import io.quantedge.telemetry.domain.Overview;
import io.quantedge.telemetry.domain.Provenance;
import io.quantedge.telemetry.domain.Series;
import io.quantedge.telemetry.domain.SlotSummary;
import io.quantedge.telemetry.domain.StoredSlot;
import io.quantedge.telemetry.domain.StoredSums;
import io.quantedge.telemetry.domain.Surroundings;
import io.quantedge.telemetry.domain.Totals;
import io.quantedge.telemetry.domain.TruthReading;
import io.quantedge.telemetry.domain.incident.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one state of this process: one reader of the topics writes it, many askers read it.
 * Thread-safe: every method holds one lock for as long as it takes, so a report is of one moment.
 */
@ApplicationScoped
public class TelemetryState {
  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final FigureSink figures;
  private final ReportSizes sizes;
  private final ExchangeFold fold;
  private final Series series;
  private final ListPrices prices;
  private final TreeMap<String, Long> unreadable = new TreeMap<>();
  private Provenance provenance = Provenance.UNKNOWN;
  private TruthReading truth = TruthReading.NOT_ASKED;

  /** Changes that do not come from the topics. */
  private long outside;

  TelemetryState(
      Clock clock, FigureSink figures, Limits limits, ReportSizes sizes, ListPrices prices) {
    this.prices = prices;
    this.clock = clock;
    this.figures = figures;
    this.sizes = sizes;
    this.fold = new ExchangeFold(limits);
    this.series = new Series(sizes.historySamples());
  }

  public void apply(TrafficStats stats) {
    locked(() -> fold.apply(stats));
  }

  /**
   * @param recordedAt the time of the outcome's record on its topic
   */
  public void apply(AuctionOutcome outcome, Instant recordedAt) {
    locked(() -> fold.apply(outcome, recordedAt));
    tellLatencies();
  }

  public void apply(SettlementEvent settlement) {
    locked(() -> fold.apply(settlement));
    tellLatencies();
  }

  private void tellLatencies() {
    locked(fold::takeLatencies).forEach(figures::latency);
  }

  public void apply(UsageReport report) {
    locked(() -> fold.apply(report));
  }

  public void apply(ConflictEvent event) {
    locked(() -> fold.apply(event));
  }

  /** A slot that the topics may not tell of any more; see {@link ExchangeFold}. */
  void complete(StoredSlot stored) {
    locked(() -> fold.complete(stored));
  }

  void complete(StoredSums sums) {
    locked(() -> fold.complete(sums));
  }

  void complete(ConflictEvent archived) {
    locked(() -> fold.complete(archived));
  }

  Optional<Instant> oldestTold() {
    return locked(fold::oldestTold);
  }

  /** How far back the totals reach, and what was completed. */
  void provenanceIs(Provenance newest) {
    locked(() -> {
      provenance = newest;
      return ++outside;
    });
  }

  /** The truth store's books were read. */
  void truthTold(TruthReading.Books books) {
    locked(() -> {
      truth = TruthReading.of(books);
      return ++outside;
    });
  }

  /** The truth store's books could not be read. */
  void truthSilent(String why) {
    locked(() -> {
      boolean isNews = !truth.trouble().equals(Optional.of(why));
      truth = truth.failed(why);
      return isNews ? ++outside : outside;
    });
  }

  /** A record could not be read; it is skipped, and the figures say that they lack it. */
  public void skipped(Topic topic) {
    locked(() -> unreadable.merge(topic.topicName(), 1L, Long::sum));
  }

  /** Records of a topic that could not be read. */
  public long skippedOf(Topic topic) {
    return locked(() -> unreadable.getOrDefault(topic.topicName(), 0L));
  }

  /** Adds the totals of now to the time series. */
  public void sample() {
    locked(() -> {
      Instant now = clock.instant();
      fold.sample(now);
      series.add(fold.totals(), now);
      return true;
    });
  }

  /** The time series, oldest first. */
  public List<Series.Sample> history() {
    return locked(series::samples);
  }

  public Totals totals() {
    return locked(fold::totals);
  }

  /** Bids per second over the last seconds; not a number if not known. */
  public double bidsPerSecond() {
    return locked(() -> series.window().bidsPerSecond().orElse(Double.NaN));
  }

  public Overview overview() {
    return locked(() -> overviewAt(clock.instant()));
  }

  public Cost cost() {
    return locked(() -> fold.cost(prices, clock.instant()));
  }

  /** What the rules for incidents look at, of one moment. */
  public Observation observe() {
    return locked(() -> {
      Totals totals = fold.totals();
      return new Observation(
          clock.instant(),
          totals.conflictsByRegion(),
          fold.receivedByOpenSlot(),
          totals.oldestWaitingSince());
    });
  }

  public ConflictReport conflicts() {
    return locked(() -> fold.conflictReport(sizes.recentOperations(), clock.instant()));
  }

  /** What is kept of a slot's bids. */
  public Optional<TrafficStats> trafficOf(SlotId slotId) {
    return locked(() -> fold.trafficOf(slotId));
  }

  /** The slots that are kept and whose id or name contains a text in lower case, in no order. */
  Remembered<SlotSummary> find(String lowerCase) {
    return locked(() -> new Remembered<>(fold.find(lowerCase), fold.slotsRetired()));
  }

  /** The timelines that are kept of a slot, newest first. */
  Remembered<ConflictReport.Timeline> timelinesOf(SlotId slotId, int max) {
    return locked(() -> new Remembered<>(fold.timelinesOf(slotId, max), fold.operationsRetired()));
  }

  /**
   * What is still in memory.
   *
   * @param retired how many of that kind, of any slot, are not any more
   */
  record Remembered<T>(List<T> items, long retired) {}

  /** Everything, of one moment. */
  Snapshot snapshot() {
    return locked(() -> {
      Instant now = clock.instant();
      return new Snapshot(
          fold.version() + outside,
          now,
          overviewAt(now),
          fold.conflictReport(sizes.recentOperations(), now),
          fold.cost(prices, now),
          series.newest().stream().toList());
    });
  }

  /** Whether sums that must agree do, at this moment. */
  List<Overview.Check> checks() {
    return locked(() -> fold.checks(surroundings(), clock.instant()));
  }

  private Overview overviewAt(Instant now) {
    return fold.overview(surroundings(), now);
  }

  private Surroundings surroundings() {
    return new Surroundings(series.window(), unreadable, provenance, truth, sizes.recentSlots());
  }

  long version() {
    return locked(() -> fold.version() + outside);
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How much reports name.
   *
   * @param recentOperations timelines of contended operations
   * @param recentSlots slots that moved last
   * @param historySamples seconds of time series
   */
  public record ReportSizes(int recentOperations, int recentSlots, int historySamples) {}

  /**
   * @param version of the state
   * @param samples the newest sample of the time series, if there is one
   */
  record Snapshot(
      long version,
      Instant at,
      Overview overview,
      ConflictReport conflicts,
      Cost cost,
      List<Series.Sample> samples) {}
}
