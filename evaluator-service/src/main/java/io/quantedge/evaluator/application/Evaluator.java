package io.quantedge.evaluator.application;

import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.evaluator.application.Desk.Shared;
import io.quantedge.evaluator.application.Sends.Limits;
import io.quantedge.evaluator.domain.LogRange;
import io.quantedge.evaluator.domain.PartitionFold;
import io.quantedge.evaluator.domain.SavedSlots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evaluates the partitions that one loop owns. It knows nothing of where records come from; the
 * loop feeds it and asks it to work, all on one thread.
 */
public final class Evaluator {
  /** How long the loop may look away while an acknowledgement is due. */
  private static final Duration ANSWER_WAIT = Duration.ofMillis(5);

  /** How many messages of a kind that has no hurry are made before the loop looks at the log. */
  private static final int REPORTS_PER_TURN = 64;

  private static final Limits SAVES = new Limits(16, 8);

  private final SortedMap<Integer, PartitionEvaluation> partitions = new TreeMap<>();
  private final EvaluatorSettings settings;
  private final Agenda agenda;
  private final List<Sends> sends;
  private final Sends urgent;
  private final Shared shared;

  public Evaluator(
      Outbound outbound,
      EvaluationObserver observer,
      SlotViews views,
      Clock clock,
      EvaluatorSettings settings) {
    this.settings = settings;
    this.agenda = new Agenda(clock);
    int inFlight = settings.maxInFlight();
    Duration retryDelay = settings.retryDelay();
    this.urgent = new Sends(agenda, clock, retryDelay, new Limits(inFlight, inFlight), observer);
    Sends reports =
        new Sends(agenda, clock, retryDelay, new Limits(inFlight, REPORTS_PER_TURN), observer);
    Sends saves = new Sends(agenda, clock, retryDelay, SAVES, observer);
    this.sends = List.of(urgent, reports, saves);
    this.shared =
        new Shared(outbound, observer, views, clock, settings, agenda, urgent, reports, saves);
    reportLater();
  }

  /**
   * Takes a partition over.
   *
   * @param saved what evaluators before have saved of it
   * @return where the first record must come from, at most what is committed
   * @throws IllegalStateException if a part of the log is gone that an open slot needs
   */
  public long assign(int partition, SavedSlots saved, LogRange log) {
    revoke(partition);
    PartitionFold fold = PartitionFold.resumed(partition, saved, log, settings.rules());
    PartitionEvaluation owned =
        new PartitionEvaluation(new Desk(partition, fold, shared), saved, log.end());
    owned.publishViews();
    shared.views().take(partition);
    partitions.put(partition, owned);
    return fold.nextOffset();
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
    Instant now = shared.clock().instant();
    partitions.values().forEach(owned -> owned.work(now));
    sends.forEach(Sends::work);
    partitions.values().forEach(PartitionEvaluation::publishViews);
  }

  /** How long the loop may wait for records, at most {@code limit}. */
  public Duration idle(Duration limit) {
    if (sends.stream().anyMatch(Sends::canSend)) {
      return Duration.ZERO;
    }
    boolean busy = sends.stream().anyMatch(Sends::isBusy);
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

  /** Whether so many bids are remembered that no more must be read: memory would not last. */
  public boolean isFull() {
    return rememberedBids() >= settings.maxRememberedBids();
  }

  /** Bids that the open slots remember. */
  public long rememberedBids() {
    return partitions.values().stream().mapToLong(owned -> owned.fold().rememberedBids()).sum();
  }

  public EvaluationObserver.Load load(long lag) {
    return new EvaluationObserver.Load(
        partitions.size(),
        partitions.values().stream().mapToLong(owned -> owned.fold().openSlotCount()).sum(),
        rememberedBids(),
        partitions.values().stream().mapToLong(owned -> owned.fold().rememberedBytes()).sum(),
        partitions.values().stream().mapToLong(Evaluator::uncommitted).sum(),
        urgent.pendingCount(),
        lag);
  }

  private static long uncommitted(PartitionEvaluation owned) {
    return owned.fold().nextOffset() - owned.fold().committableOffset();
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
        shared.clock().instant().plus(settings.statsInterval()),
        this,
        () -> {
          partitions.values().forEach(PartitionEvaluation::report);
          reportLater();
        });
  }
}
