package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import io.quantedge.simulator.domain.audit.BidRows.Unlike;
import io.quantedge.simulator.domain.audit.SettledSlot.Settlement;
import io.quantedge.simulator.domain.audit.SlotFinding.Remark;
import io.quantedge.simulator.domain.audit.SlotFinding.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what the log, the bid store, the announced outcome and the truth store say of one slot.
 * One of them for each slot; not thread-safe.
 */
public final class SlotAuditor {
  /** Bids that are named one by one. */
  private static final int EXAMPLES = 3;

  private final SlotEvidence evidence;
  private final AuditFrame frame;
  private final Differences differences;
  private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);
  private Status waitsFor = Status.AGREES;

  private SlotAuditor(SlotEvidence evidence, AuditFrame frame) {
    this.evidence = evidence.within(frame);
    this.frame = frame;
    this.differences = new Differences(evidence.slotId());
  }

  public static SlotFinding audit(SlotEvidence evidence, AuditFrame frame) {
    SlotAuditor auditor = new SlotAuditor(evidence, frame);
    auditor.look();
    List<Difference> found = auditor.differences.found();
    return new SlotFinding(
        evidence.slotId(),
        found.isEmpty() ? auditor.waitsFor : Status.DIFFERS,
        auditor.remarks,
        found);
  }

  /** A slot has records in more than one partition: there is no one order of them. */
  public static SlotFinding strayed(SlotId slotId, LoggedSlot other) {
    Differences differences = new Differences(slotId);
    differences.ofLog(
        Subjects.STRAYS, "%d in partition %d".formatted(other.records(), other.partition()));
    return new SlotFinding(slotId, Status.DIFFERS, Set.of(), differences.found());
  }

  private void look() {
    if (evidence.outcomes().size() > 1) {
      differences.add(
          Subjects.OUTCOMES,
          Optional.of("1"),
          Optional.empty(),
          Optional.of(String.valueOf(evidence.outcomes().size())),
          Optional.empty());
    }
    evidence.log().ifPresent(this::lookAtRecords);
    Facts log = new Facts();
    if (evidence.log().flatMap(LoggedSlot::rebuild).isEmpty()) {
      lookWithoutLog();
      if (waitsFor == Status.OPEN) {
        return;
      }
    } else if (evidence.log().flatMap(LoggedSlot::marker).isEmpty()) {
      lookAtOpen(evidence.log().get());
      return;
    } else {
      log = ofLog(evidence.log().get());
    }
    lookAtOutcome();
    lookAtSettlement();
    differences.compare(log, ofStore(), ofOutcome(), ofSettled());
  }

  private void lookAtRecords(LoggedSlot log) {
    if (log.unreadable() > 0) {
      differences.ofLog(Subjects.UNREADABLE, log.unreadable());
    }
    boolean wholeLog = frame.range(log.partition()).begin() == 0;
    if (log.orphans() > 0 && (wholeLog || log.rebuild().isPresent())) {
      differences.ofLog(Subjects.ORPHANS, log.orphans());
    }
  }

  /** The log does not open the slot: by its age, or because it was lost. */
  private void lookWithoutLog() {
    Optional<StoredSlot> stored = evidence.store().slot();
    boolean isYoung =
        stored.filter(slot -> slot.openOffset() < frame.range(slot.partition()).end()).isEmpty();
    if (evidence.log().isEmpty()
        && outcome().isEmpty()
        && evidence.settled().isEmpty()
        && isYoung) {
      waitsFor = Status.OPEN;
      return;
    }
    Optional<Integer> partition =
        outcome()
            .map(AuctionOutcome::partition)
            .or(() -> evidence.settled().map(settled -> settled.place().partition()))
            .or(() -> stored.map(StoredSlot::partition))
            .or(() -> evidence.log().map(LoggedSlot::partition));
    Optional<Long> opened =
        outcome()
            .map(AuctionOutcome::openOffset)
            .or(() -> evidence.settled().map(settled -> settled.place().openOffset()))
            .or(() -> stored.map(StoredSlot::openOffset));
    Range range = frame.range(partition.orElse(-1));
    if (range.begin() > opened.orElse(0L)) {
      remarks.add(Remark.LOG_EXPIRED);
    } else {
      differences.add(
          Subjects.OPENING,
          Optional.of(Facts.NONE),
          stored.map(slot -> "offset " + slot.openOffset()),
          outcome().map(outcome -> "offset " + outcome.openOffset()),
          evidence.settled().map(settled -> "offset " + settled.place().openOffset()));
    }
  }

  private void lookAtOpen(LoggedSlot log) {
    waitsFor = Status.OPEN;
    boolean overdue = log.rebuild().filter(one -> frame.isOverdue(one.deadline())).isPresent();
    if (overdue || outcome().isPresent() || evidence.settled().isPresent()) {
      differences.add(
          Subjects.MARKER,
          Optional.of(Facts.NONE),
          Optional.empty(),
          outcome().map(outcome -> "offset " + outcome.closeOffset()),
          evidence.settled().map(settled -> "offset " + settled.place().closeOffset()));
    }
  }

  private void lookAtOutcome() {
    Optional<CloseMarked> marker = evidence.log().flatMap(LoggedSlot::marker);
    if (outcome().isPresent()) {
      return;
    }
    boolean overdue = marker.filter(marked -> !frame.isOverdue(marked.markedAt())).isEmpty();
    if (overdue && !remarks.contains(Remark.LOG_EXPIRED)) {
      differences.add(
          Subjects.OUTCOME,
          Optional.of("due"),
          Optional.empty(),
          Optional.of(Facts.NONE),
          evidence.settled().map(SettledSlot::state));
    } else {
      waitsFor = Status.AWAITS_OUTCOME;
    }
  }

  private void lookAtSettlement() {
    Optional<SettledSlot> settled = evidence.settled();
    if (settled.isEmpty()) {
      outcome().ifPresent(this::lookAtUnsettled);
      return;
    }
    SettledSlot slot = settled.get();
    if (slot.isVoided()) {
      remarks.add(Remark.VOIDED);
    }
    boolean mustBePaid = slot.state().equals(SettledSlot.SETTLED);
    boolean rightKey =
        slot.settlement()
            .map(Settlement::settlementId)
            .filter(id -> !id.equals(SettlementId.of(slot.slotId()).value()))
            .isEmpty();
    if (mustBePaid != slot.settlement().isPresent() || !rightKey) {
      differences.add(
          Subjects.SETTLEMENTS,
          Optional.empty(),
          Optional.empty(),
          Optional.of(mustBePaid ? SettlementId.of(slot.slotId()).toString() : Facts.NONE),
          Optional.of(
              slot.settlement().map(one -> one.settlementId().toString()).orElse(Facts.NONE)));
    }
    if (slot.state().equals("REJECTED")) {
      remarks.add(Remark.REJECTED);
    }
    if (rank().filter(rank -> rank > 1).isPresent()) {
      remarks.add(Remark.SOLD_TO_ANOTHER_CANDIDATE);
    }
  }

  private void lookAtUnsettled(AuctionOutcome outcome) {
    if (frame.isOverdue(outcome.closedAt())) {
      differences.add(
          Subjects.SETTLED,
          Optional.empty(),
          Optional.empty(),
          Optional.of(outcome.state().name()),
          Optional.of(Facts.NONE));
    } else {
      waitsFor = Status.AWAITS_SETTLEMENT;
    }
  }

  private Facts ofLog(LoggedSlot log) {
    return Statement.ofLog(log, log.rebuild().orElseThrow(), log.marker().orElseThrow(), rank());
  }

  private Facts ofOutcome() {
    return outcome().map(outcome -> Statement.ofOutcome(outcome, rank())).orElseGet(Facts::new);
  }

  private Facts ofSettled() {
    return evidence.settled().map(Statement::ofSettled).orElseGet(Facts::new);
  }

  private Facts ofStore() {
    StoreEvidence store = evidence.store();
    boolean gone =
        store.isEmpty()
            && outcome()
                .map(AuctionOutcome::slot)
                .or(() -> evidence.log().flatMap(LoggedSlot::rebuild).map(Rebuild::slot))
                .filter(slot -> slot.latestDeadline().plus(frame.retention()).isAfter(frame.now()))
                .isEmpty();
    if (gone || store.isExpired()) {
      remarks.add(Remark.BIDS_EXPIRED);
      return new Facts();
    }
    store.faults().ifPresent(faults -> differences.ofStore(Subjects.ITEMS, faults));
    if (store.slot().isEmpty() || store.rebuild().isEmpty()) {
      differences.ofStore(Subjects.ITEM, Facts.NONE);
      return new Facts();
    }
    Rebuild kept = store.rebuild().get();
    if (kept.repeats() > 0) {
      differences.ofStore(Subjects.REPEATS, kept.repeats());
    }
    evidence.log().flatMap(LoggedSlot::rebuild).ifPresent(log -> compareBids(log, kept));
    return Statement.ofStore(store.slot().get(), kept, rank());
  }

  private void compareBids(Rebuild log, Rebuild store) {
    for (Unlike bid : log.rows().unlike(store.rows(), EXAMPLES)) {
      differences.betweenLogAndStore(
          "bid " + bid.bidId(),
          "offset " + bid.here(),
          bid.there() < 0
              ? Facts.NONE
              : bid.there() == bid.here() ? "another record" : "offset " + bid.there());
    }
    store.rows().unlike(log.rows(), EXAMPLES).stream()
        .filter(bid -> bid.there() < 0)
        .forEach(bid ->
            differences.betweenLogAndStore(
                "bid " + bid.bidId(), Facts.NONE, "offset " + bid.here()));
  }

  private Optional<AuctionOutcome> outcome() {
    return evidence.outcomes().stream().findFirst();
  }

  /** The rank of the candidate that bought. */
  private Optional<Integer> rank() {
    return evidence.settled().flatMap(SettledSlot::settlement).map(Settlement::candidateRank);
  }
}
