package io.quantedge.simulator.application.audit;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.simulator.AuditReport;
import io.quantedge.simulator.AuditSpec;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.application.Pause;
import io.quantedge.simulator.application.Progress;
import io.quantedge.simulator.domain.audit.AuditFrame;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import io.quantedge.simulator.domain.audit.LoggedSlot;
import io.quantedge.simulator.domain.audit.SettledSlot;
import io.quantedge.simulator.domain.audit.SlotAuditor;
import io.quantedge.simulator.domain.audit.SlotEvidence;
import io.quantedge.simulator.domain.audit.StoreEvidence;
import io.quantedge.simulator.domain.audit.StoredSlot;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Decides slots again and compares. The log is read one partition after the other, the bid store
 * one slot after the other: compact rows of one partition's bids and of one slot's are all that is
 * held of them, besides one outcome for each slot. Not thread-safe; one for each audit.
 */
public final class Auditor {
  private static final int SLOTS_PER_QUERY = 100;
  private static final Duration READ_AGAIN_AFTER = Duration.ofMillis(500);

  private final Books books;
  private final Clock clock;
  private final Pause pause;
  private final RunListener listener;
  private final long seed;
  private final Findings findings = new Findings();
  private final Map<SlotId, LinkedHashSet<AuctionOutcome>> outcomes = new HashMap<>();
  private final Set<SlotId> seen = new HashSet<>();

  /** Where the evidence is read. */
  public record Books(AuditLogs logs, AuditStore store, AuditTruth truth) {}

  /**
   * @param random makes the order in which bids are kept, so that no bidder can foresee it
   */
  public Auditor(
      Books books, Clock clock, Pause pause, RandomGenerator random, RunListener listener) {
    this.books = books;
    this.clock = clock;
    this.pause = pause;
    this.listener = listener;
    this.seed = random.nextLong();
  }

  /**
   * Blocks until all is compared.
   *
   * @throws RunFailedException if a source cannot be read, or nobody knows the slot
   */
  public AuditReport audit(AuditSpec spec) throws RunFailedException, InterruptedException {
    Map<Integer, Range> ranges = new TreeMap<>(books.logs().ranges());
    AuditFrame frame = new AuditFrame(clock.instant(), spec.patience(), spec.retention(), ranges);
    listener.phase("reading the outcomes", 0);
    long unreadable = readOutcomes(spec);
    long records = ranges.values().stream().mapToLong(Range::size).sum();
    // Each record is folded once and compared once.
    Progress progress = new Progress(listener, "auditing slots", 2 * records);
    long[] done = {0};
    for (Map.Entry<Integer, Range> partition : ranges.entrySet()) {
      Tray tray =
          new Tray(
              partition.getKey(),
              seed,
              key -> spec.slot().filter(slot -> !slot.value().equals(key)).isEmpty(),
              progress::step);
      books.logs().read(partition.getKey(), partition.getValue(), tray);
      auditAll(tray.slots(), frame);
      unreadable += tray.unreadable();
      done[0] += 2 * partition.getValue().size();
      progress.reach(done[0]);
    }
    auditUnlogged(spec, frame);
    requireKnown(spec);
    findings.addUnreadable(unreadable);
    return findings.report(frame.now(), Duration.between(frame.now(), clock.instant()), records);
  }

  private long readOutcomes(AuditSpec spec) throws RunFailedException, InterruptedException {
    return books
        .logs()
        .readOutcomes(outcome -> {
          SlotId slotId = outcome.slot().slotId();
          if (spec.slot().filter(slot -> !slot.equals(slotId)).isEmpty()) {
            outcomes.computeIfAbsent(slotId, id -> new LinkedHashSet<>()).add(outcome);
          }
        });
  }

  private void auditAll(Map<SlotId, LoggedSlot> slots, AuditFrame frame)
      throws RunFailedException, InterruptedException {
    List<SlotId> slotIds = slots.keySet().stream().sorted().toList();
    for (int from = 0; from < slotIds.size(); from += SLOTS_PER_QUERY) {
      List<SlotId> some = slotIds.subList(from, Math.min(slotIds.size(), from + SLOTS_PER_QUERY));
      Map<SlotId, SettledSlot> settled = books.truth().find(some);
      for (SlotId slotId : some) {
        // What was compared needs no memory any more.
        Optional<LoggedSlot> log = Optional.ofNullable(slots.remove(slotId));
        if (seen.add(slotId)) {
          audit(slotId, log, Optional.ofNullable(settled.get(slotId)), frame);
        } else {
          log.ifPresent(other -> findings.add(SlotAuditor.strayed(slotId, other)));
        }
      }
    }
  }

  private void audit(
      SlotId slotId, Optional<LoggedSlot> log, Optional<SettledSlot> settled, AuditFrame frame)
      throws RunFailedException, InterruptedException {
    Set<AuctionOutcome> announced = outcomes.getOrDefault(slotId, new LinkedHashSet<>());
    findings.add(
        SlotAuditor.audit(
            new SlotEvidence(
                slotId, log, readStore(slotId, log, frame), List.copyOf(announced), settled),
            frame));
    outcomes.remove(slotId);
  }

  /** The store is written behind the log: what is young may still be on its way. */
  private StoreEvidence readStore(SlotId slotId, Optional<LoggedSlot> log, AuditFrame frame)
      throws RunFailedException, InterruptedException {
    while (true) {
      StoreEvidence found = readStore(slotId, frame);
      boolean mayCome =
          log.filter(found::isBehind)
              .filter(slot -> slot.newest().plus(frame.patience()).isAfter(clock.instant()))
              .isPresent();
      if (!mayCome) {
        return found;
      }
      pause.pause(READ_AGAIN_AFTER);
    }
  }

  private StoreEvidence readStore(SlotId slotId, AuditFrame frame) throws RunFailedException {
    Optional<StoredSlot> item = books.store().find(slotId);
    long end = item.map(stored -> frame.range(stored.partition()).end()).orElse(Long.MAX_VALUE);
    StoreEvidence evidence = new StoreEvidence(item, frame.now(), end, seed);
    books.store().read(slotId, item.map(StoredSlot::shards).orElse(1), evidence);
    evidence.complete();
    return evidence;
  }

  /** Slots that were announced, settled or asked for, and that the log does not have. */
  private void auditUnlogged(AuditSpec spec, AuditFrame frame)
      throws RunFailedException, InterruptedException {
    auditUnlogged(List.copyOf(outcomes.keySet()), frame);
    if (spec.slot().isPresent()) {
      auditUnlogged(List.of(spec.slot().get()), frame);
      return;
    }
    String after = "";
    while (true) {
      List<SlotId> page = books.truth().page(after, SLOTS_PER_QUERY);
      if (page.isEmpty()) {
        return;
      }
      auditUnlogged(page, frame);
      after = page.getLast().value();
    }
  }

  private void auditUnlogged(List<SlotId> slotIds, AuditFrame frame)
      throws RunFailedException, InterruptedException {
    List<SlotId> left = new ArrayList<>(slotIds);
    left.removeIf(seen::contains);
    if (left.isEmpty()) {
      return;
    }
    Map<SlotId, SettledSlot> settled = books.truth().find(left);
    for (SlotId slotId : left) {
      boolean known =
          outcomes.containsKey(slotId)
              || settled.containsKey(slotId)
              || books.store().find(slotId).isPresent();
      if (known && seen.add(slotId)) {
        audit(slotId, Optional.empty(), Optional.ofNullable(settled.get(slotId)), frame);
      }
    }
  }

  private void requireKnown(AuditSpec spec) throws RunFailedException {
    if (spec.slot().isPresent() && seen.isEmpty()) {
      throw new RunFailedException(
          "there is no slot %s: neither the log nor a store knows it".formatted(spec.slot().get()));
    }
  }
}
