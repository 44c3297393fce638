package io.quantedge.evaluator.application;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.evaluator.application.PartitionEvaluation.Workbench;
import io.quantedge.evaluator.domain.PartitionFold;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evaluates the partitions that one loop owns. It knows nothing of where records come from; the
 * loop feeds it and asks it to work, all on one thread.
 */
public final class Evaluator {
  /** How long the loop may look away while an acknowledgement is due. */
  private static final Duration ANSWER_WAIT = Duration.ofMillis(5);

  private final SortedMap<Integer, PartitionEvaluation> partitions = new TreeMap<>();
  private final EvaluatorSettings settings;
  private final Agenda agenda;
  private final Sends urgent;
  private final Workbench bench;

  public Evaluator(
      Outbound outbound,
      EvaluationObserver observer,
      SlotViews views,
      Clock clock,
      EvaluatorSettings settings) {
    this.settings = settings;
    this.agenda = new Agenda(clock);
    this.urgent = new Sends(agenda, clock, settings, observer);
    Sends reports = new Sends(agenda, clock, settings, observer);
    this.bench = new Workbench(outbound, observer, views, clock, agenda, urgent, reports);
    reportLater();
  }

  /**
   * Takes a partition over.
   *
   * @param decided the slots of this partition that are known to be decided
   * @param startOffset where the first record will come from
   * @param replayUntil the end of the log now: what stands before it is the past
   */
  public void assign(
      int partition, Collection<AuctionOutcome> decided, long startOffset, long replayUntil) {
    revoke(partition);
    PartitionFold fold = new PartitionFold(partition, startOffset, settings.rules());
    PartitionEvaluation owned = new PartitionEvaluation(partition, fold, replayUntil, bench);
    decided.forEach(owned::restore);
    owned.publishViews();
    bench.views().take(partition);
    partitions.put(partition, owned);
  }

  /** Forgets a partition; its next owner starts from what is committed. */
  public void revoke(int partition) {
    PartitionEvaluation owned = partitions.remove(partition);
    if (owned != null) {
      owned.release();
    }
  }

  /** Forgets everything. */
  public void revokeAll() {
    new ArrayList<>(partitions.keySet()).forEach(this::revoke);
  }

  /**
   * Folds one record.
   *
   * @throws IllegalStateException if the partition is not assigned
   */
  public void apply(int partition, long offset, AuctionEvent event) {
    owned(partition).apply(event, offset);
  }

  /** Notes that everything before {@code nextOffset} was read. */
  public void advance(int partition, long nextOffset) {
    owned(partition).advanceTo(nextOffset);
  }

  /** Closes what is due, sends what may be sent, publishes what moved. Does not wait. */
  public void work() {
    agenda.runDue();
    urgent.work();
    bench.reports().work();
    partitions.values().forEach(PartitionEvaluation::publishViews);
  }

  /** How long the loop may wait for records, at most {@code limit}. */
  public Duration idle(Duration limit) {
    boolean busy = urgent.isBusy() || bench.reports().isBusy();
    Duration longest = busy && limit.compareTo(ANSWER_WAIT) > 0 ? ANSWER_WAIT : limit;
    return agenda.idle(longest);
  }

  /** For each partition the offset from which everything undecided can be folded again. */
  public SortedMap<Integer, Long> committableOffsets() {
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    partitions.forEach((id, owned) -> offsets.put(id, owned.fold().committableOffset()));
    return Collections.unmodifiableSortedMap(offsets);
  }

  public boolean isCaughtUp() {
    return partitions.values().stream().allMatch(PartitionEvaluation::isCaughtUp);
  }

  /** Whether so many outcomes wait to be told that no more should be read. */
  public boolean isSaturated() {
    return urgent.pendingCount() > settings.maxUndelivered();
  }

  public EvaluationObserver.Load load(long lag) {
    return new EvaluationObserver.Load(
        partitions.size(),
        partitions.values().stream().mapToLong(owned -> owned.fold().openSlotCount()).sum(),
        partitions.values().stream().mapToLong(owned -> owned.fold().rememberedBids()).sum(),
        urgent.pendingCount(),
        lag);
  }

  private PartitionEvaluation owned(int partition) {
    PartitionEvaluation owned = partitions.get(partition);
    if (owned == null) {
      throw new IllegalStateException("partition " + partition + " is not assigned");
    }
    return owned;
  }

  private void reportLater() {
    agenda.after(
        bench.clock().instant().plus(settings.statsInterval()),
        this,
        () -> {
          partitions.values().forEach(PartitionEvaluation::report);
          reportLater();
        });
  }
}
