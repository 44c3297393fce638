package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * All that telemetry knows: a fold over four topics, each of which may be read from its beginning,
 * in any order between the topics, with repeats. Not thread-safe.
 *
 * <p>Totals are exact under repeats, with these ends. Details are bounded by {@link Limits}: what
 * is finished is retired oldest first and stays in the totals; a retired slot's figures are frozen,
 * so bids that come late after that are missed. If more is unfinished at once than fits, the oldest
 * is cut short and misses its later events. A repeat about a key that was retired more than {@link
 * Limits#remembered()} retirements ago counts again. Records that a topic no longer holds (its
 * retention) were never seen by this process. {@link Overview.Coverage} reports all but the last.
 */
public final class ExchangeFold {
  private final TrafficFold traffic;
  private final OutcomeFold outcomes;
  private final SettlementFold settlements;
  private final ConflictFold conflicts;
  private final WaitingSlots waiting = new WaitingSlots();
  private long version;

  public ExchangeFold(Limits limits) {
    this.traffic = new TrafficFold(limits);
    this.outcomes = new OutcomeFold(limits);
    this.settlements = new SettlementFold(limits);
    this.conflicts = new ConflictFold(limits);
  }

  /**
   * @return whether anything changed
   */
  public boolean apply(TrafficStats stats) {
    return changed(traffic.apply(stats));
  }

  /** See {@link #apply(TrafficStats)}. */
  public boolean apply(AuctionOutcome outcome) {
    boolean isNew = outcomes.apply(outcome);
    if (isNew && !settlements.knows(outcome.slot().slotId())) {
      waiting.decided(outcome.slot().slotId(), outcome.closedAt());
    }
    return changed(isNew);
  }

  /** See {@link #apply(TrafficStats)}. */
  public boolean apply(SettlementEvent settlement) {
    boolean isNew = settlements.apply(settlement);
    if (isNew && outcomes.knows(settlement.slotId())) {
      waiting.settled(settlement.slotId());
    }
    return changed(isNew);
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

  /**
   * @param recent how many timelines it names at most
   */
  public ConflictReport conflictReport(int recent, Instant now) {
    return ConflictReporter.report(conflicts, recent, now);
  }

  /**
   * @param series where the rate comes from
   * @param unreadable records that could not be read, by topic
   * @param lines how many slots each list names at most
   */
  public Overview overview(
      Series series, SortedMap<String, Long> unreadable, int lines, Instant now) {
    return new OverviewMaker(this, series, now).overview(unreadable, lines);
  }

  Overview.Coverage coverage(SortedMap<String, Long> unreadable) {
    long cutShort =
        Stream.of(traffic.slots(), outcomes.slots(), settlements.slots(), conflicts.operations())
            .mapToLong(RecentMap::cutShort)
            .sum();
    return new Overview.Coverage(
        cutShort == 0 && unreadable.isEmpty(),
        traffic.slots().retired(),
        conflicts.operations().retired(),
        cutShort,
        unreadable);
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
}
