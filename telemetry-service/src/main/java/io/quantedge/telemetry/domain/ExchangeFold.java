package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.telemetry.domain.OutcomeFold.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that telemetry knows: a fold over five topics, each of which may be read from its beginning,
 * in any order between the topics, with repeats. Not thread-safe.
 *
 * <p>Totals are exact under repeats, with these ends. Details are bounded by {@link Limits}: what
 * is finished is retired oldest first and stays in the totals; a retired slot's figures are frozen,
 * so bids that come late after that are missed. If more is unfinished at once than fits, the oldest
 * is cut short and misses its later events. A repeat about a key that was retired more than {@link
 * Limits#remembered()} retirements ago counts again. Settlements and outcomes that the topics no
 * longer hold are completed from the truth store ({@link #complete(StoredSlot)}). {@link
 * Overview.Coverage} reports what is in the figures and what is not.
 */
public final class ExchangeFold {
  private final TrafficFold traffic;
  private final OutcomeFold outcomes;
  private final SettlementFold settlements;
  private final ConflictFold conflicts;
  private final UsageFold usage;
  private final LatencyFold latencies;
  private final WaitingSlots waiting = new WaitingSlots();
  private final WaitingSlots settledFirst = new WaitingSlots();
  private long version;

  public ExchangeFold(Limits limits) {
    this.traffic = new TrafficFold(limits);
    this.outcomes = new OutcomeFold(limits);
    this.settlements = new SettlementFold(limits);
    this.conflicts = new ConflictFold(limits);
    this.usage = new UsageFold(limits);
    this.latencies = new LatencyFold(limits);
  }

  /**
   * @return whether anything changed
   */
  public boolean apply(TrafficStats stats) {
    return changed(traffic.apply(stats));
  }

  /**
   * See {@link #apply(TrafficStats)}.
   *
   * @param recordedAt the time of the outcome's record
   */
  public boolean apply(AuctionOutcome outcome, Instant recordedAt) {
    Optional<Decision> news = outcomes.apply(outcome, recordedAt);
    news.ifPresent(decision -> {
      decided(decision);
      latencies.decided(decision, settlements.of(decision.slotId()));
    });
    return changed(news.isPresent());
  }

  private void decided(Decision decision) {
    if (settlements.knows(decision.slotId())) {
      settledFirst.settled(decision.slotId());
    } else {
      waiting.decided(decision.slotId(), decision.closedAt());
    }
  }

  /** See {@link #apply(TrafficStats)}. */
  public boolean apply(SettlementEvent settlement) {
    boolean isNew = settlements.apply(settlement);
    if (isNew) {
      settled(settlement);
      latencies.settled(settlement, outcomes.of(settlement.slotId()));
    }
    return changed(isNew);
  }

  private void settled(SettlementEvent settlement) {
    if (outcomes.knows(settlement.slotId())) {
      waiting.settled(settlement.slotId());
    } else {
      settledFirst.decided(settlement.slotId(), settlement.committedAt());
    }
  }

  /** See {@link #apply(TrafficStats)}. */
  public boolean apply(UsageReport report) {
    return changed(usage.apply(report));
  }

  /**
   * A slot of which the topics may not tell any more, from the truth store: it counts once, whether
   * they do or not. Latencies are of what the topics tell.
   *
   * @return whether anything changed
   */
  public boolean complete(StoredSlot stored) {
    Optional<Decision> outcome = outcomes.complete(stored);
    outcome.ifPresent(this::decided);
    boolean isNew = settlements.complete(stored);
    if (isNew) {
      settled(stored.settlement());
    }
    return changed(isNew || outcome.isPresent());
  }

  /** Sums of what is older than all that the topics tell; they replace former ones. */
  public boolean complete(StoredSums sums) {
    outcomes.complete(sums);
    settlements.complete(sums);
    return changed(true);
  }

  /** A conflict event of the archive; see {@link #complete(StoredSlot)}. */
  public boolean complete(ConflictEvent archived) {
    return changed(conflicts.complete(archived));
  }

  /** When the oldest thing happened that the topics told of settlements and outcomes. */
  public Optional<Instant> oldestTold() {
    return Stream.of(outcomes.oldestAt(), settlements.oldestAt())
        .flatMap(Stream::ofNullable)
        .min(Comparator.naturalOrder());
  }

  /** Latencies that came to be known since the last call. */
  public List<Latency> takeLatencies() {
    return latencies.takeNews();
  }

  /** Begins the next second of what is measured by the second. */
  public void sample(Instant at) {
    traffic.hotSlots().sample(at);
  }

  /** See {@link #apply(TrafficStats)}. */
  public boolean apply(ConflictEvent event) {
    return changed(conflicts.apply(event));
  }

  private boolean changed(boolean isChange) {
    if (isChange) {
      version++;
    }
    return isChange;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }

  public Totals totals() {
    long open = openSlots();
    return new Totals(
        traffic.total(),
        traffic.byRegion(),
        traffic.late(),
        open,
        traffic.slots().seen() - open,
        outcomes.awarded(),
        outcomes.unsold(),
        settlements.settled(),
        settlements.rejected(),
        settlements.unsold(),
        waiting.count(),
        waiting.oldestClosedAt(),
        conflicts.totals().all(),
        conflicts.totals().byCause(),
        conflicts.totals().byRegion());
  }

  /** An outcome may be seen before the report that its slot is closed. */
  private long openSlots() {
    return traffic.open().stream().filter(stats -> !outcomes.knows(stats.slotId())).count();
  }

  /** Bids so far of each slot that takes bids. */
  public Map<SlotId, Long> receivedByOpenSlot() {
    return traffic.open().stream()
        .collect(Collectors.toUnmodifiableMap(TrafficStats::slotId, one -> one.total().received()));
  }

  /**
   * @param recent how many timelines it names at most
   */
  public ConflictReport conflictReport(int recent, Instant now) {
    return ConflictReporter.report(this, recent, now);
  }

  public Overview overview(Surroundings around, Instant now) {
    return new OverviewMaker(this, around, now).overview();
  }

  /** See {@link Reconciler}. */
  public List<Overview.Check> checks(Surroundings around, Instant now) {
    return new Reconciler(this, totals(), around, now).checks();
  }

  public Cost cost(ListPrices prices, Instant now) {
    return new CostMaker(usage, traffic.hotSlots(), prices, now).cost();
  }

  Overview.Coverage coverage(SortedMap<String, Long> unreadable, Provenance provenance) {
    long cutShort =
        Stream.of(traffic.slots(), outcomes.slots(), settlements.slots(), conflicts.operations())
            .mapToLong(RecentMap::cutShort)
            .sum();
    return new Overview.Coverage(
        cutShort == 0 && unreadable.isEmpty() && provenance.notKnown().isEmpty(),
        traffic.slots().retired(),
        conflicts.operations().retired(),
        cutShort,
        unreadable,
        provenance.since(),
        provenance.fromTruthStore(),
        provenance.notKnown());
  }

  /** What is kept of a slot's bids. */
  public Optional<TrafficStats> trafficOf(SlotId slotId) {
    return traffic.of(slotId);
  }

  /** See {@link SlotFinder#find}. */
  public List<SlotSummary> find(String lowerCase) {
    return new SlotFinder(traffic, outcomes, settlements, slotLines()).find(lowerCase);
  }

  /**
   * The conflicted operations on a slot that are kept, newest first.
   *
   * @param max how many at most
   */
  public List<ConflictReport.Timeline> timelinesOf(SlotId slotId, int max) {
    return conflicts.conflictedOn(slotId, max).stream().map(ConflictReporter::timeline).toList();
  }

  /** Slots whose details were let go, of the topic that let go most. */
  public long slotsRetired() {
    return Stream.of(traffic.slots(), outcomes.slots(), settlements.slots())
        .mapToLong(RecentMap::retired)
        .max()
        .orElse(0);
  }

  /** Operations whose details were let go. */
  public long operationsRetired() {
    return conflicts.operations().retired();
  }

  SlotLineMaker slotLines() {
    return new SlotLineMaker(traffic, outcomes, settlements);
  }

  TrafficFold traffic() {
    return traffic;
  }

  OutcomeFold outcomes() {
    return outcomes;
  }

  SettlementFold settlements() {
    return settlements;
  }

  ConflictFold conflicts() {
    return conflicts;
  }

  UsageFold usage() {
    return usage;
  }

  LatencyFold latencies() {
    return latencies;
  }

  /** Settlements whose outcome was not read yet. */
  WaitingSlots settledFirst() {
    return settledFirst;
  }
}
