package io.quantedge.settlement.dsql;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.settlement.domain.SettlementDecision;
import io.quantedge.settlement.dsql.SlotRows.SlotState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The rows that a group of decisions leaves behind besides balances, collected and then written
 * table by table. Not thread-safe.
 */
final class GroupRows {
  private static final String NOT_ASKED = "NOT_ASKED";
  private static final String WON = "WON";

  private final BatchInsert slots = new BatchInsert(TruthTables.AD_SLOTS);
  private final BatchInsert bids = new BatchInsert(TruthTables.AD_BIDS);
  private final BatchInsert events = new BatchInsert(TruthTables.SLOT_EVENTS);
  private final BatchInsert settlements = new BatchInsert(TruthTables.SETTLEMENTS);
  private final BatchInsert ledger = new BatchInsert(TruthTables.FINANCIAL_LEDGER);
  private final Instant now;

  /**
   * @param now in whole microseconds, which is what the store keeps
   */
  GroupRows(Instant now) {
    this.now = now;
  }

  /**
   * @return what the rest of the exchange will be told once this is committed
   */
  SettlementEvent add(AuctionOutcome outcome, SettlementDecision decision) {
    SettlementEvent event = decision.event(outcome, now);
    addSlot(outcome, decision);
    outcome.candidates().forEach(candidate -> addBid(candidate, decision));
    addEvents(outcome, decision);
    if (event instanceof SettlementEvent.Settled settled
        && decision instanceof SettlementDecision.Settle settle) {
      addSettlement(settled);
      LedgerRows.add(ledger, settle.posting(), now);
    }
    return event;
  }

  /** The statements in the order in which they must go out; none runs before it is subscribed. */
  List<Uni<Void>> writes(SqlConnection connection) {
    // The slots come first: every rival for one of them wants these very rows.
    return List.of(
        slots.execute(connection),
        bids.execute(connection),
        events.execute(connection),
        settlements.execute(connection),
        ledger.execute(connection));
  }

  private void addSlot(AuctionOutcome outcome, SettlementDecision decision) {
    SlotDefinition slot = outcome.slot();
    slots.add(
        slot.slotId().value(),
        state(decision).name(),
        slot.publisherId().value(),
        slot.name(),
        slot.currency(),
        slot.floor().toDecimal(),
        slot.increment().toDecimal(),
        slot.pricing().name(),
        slot.ranking().name(),
        Sql.time(slot.opensAt()),
        Sql.time(slot.closesAt()),
        Sql.time(outcome.closedAt()),
        outcome.closeCause().name(),
        outcome.partition(),
        outcome.openOffset(),
        outcome.lastOffset(),
        outcome.closeOffset(),
        outcome.total().received(),
        outcome.total().counted(),
        outcome.digest(),
        Sql.time(now));
  }

  private void addBid(Candidate candidate, SettlementDecision decision) {
    Bid bid = candidate.bid();
    bids.add(
        bid.slotId().value(),
        candidate.rank(),
        bid.bidId().value(),
        bid.accountId().value(),
        bid.region().name(),
        bid.price().currency(),
        bid.price().toDecimal(),
        candidate.clearingPrice().toDecimal(),
        bid.qualityScore().toDecimal(),
        bid.latencyMs(),
        Sql.time(bid.acceptedAt()),
        verdict(candidate, decision));
  }

  private void addEvents(AuctionOutcome outcome, SettlementDecision decision) {
    String slotId = outcome.slot().slotId().value();
    OffsetDateTime closedAt = Sql.time(outcome.closedAt());
    OffsetDateTime recordedAt = Sql.time(now);
    events.add(slotId, 1, "OPEN", Sql.time(outcome.slot().opensAt()), recordedAt);
    events.add(slotId, 2, "CLOSED", closedAt, recordedAt);
    if (decision instanceof SettlementDecision.Unsold) {
      events.add(slotId, 3, "UNSOLD", closedAt, recordedAt);
    } else {
      events.add(slotId, 3, "AWARDED", closedAt, recordedAt);
      events.add(slotId, 4, state(decision).name(), recordedAt, recordedAt);
    }
  }

  private void addSettlement(SettlementEvent.Settled settled) {
    settlements.add(
        settled.settlementId().value(),
        settled.slotId().value(),
        settled.buyerId().value(),
        settled.publisherId().value(),
        settled.bidId().value(),
        settled.region().name(),
        settled.candidateRank(),
        settled.price().currency(),
        settled.winningBid().toDecimal(),
        settled.price().toDecimal(),
        settled.fee().toDecimal(),
        settled.net().toDecimal(),
        Sql.time(settled.closedAt()),
        Sql.time(settled.committedAt()));
  }

  private static SlotState state(SettlementDecision decision) {
    return switch (decision) {
      case SettlementDecision.Settle settle -> SlotState.SETTLED;
      case SettlementDecision.Reject reject -> SlotState.REJECTED;
      case SettlementDecision.Unsold unsold -> SlotState.UNSOLD;
    };
  }

  private static String verdict(Candidate candidate, SettlementDecision decision) {
    if (decision instanceof SettlementDecision.Settle settle
        && settle.candidate().rank() == candidate.rank()) {
      return WON;
    }
    return decision.refusals().stream()
        .filter(refusal -> refusal.candidateRank() == candidate.rank())
        .map(refusal ->
            refusal.accountId().equals(candidate.bid().accountId())
                ? refusal.reason().name()
                : SlotRows.PUBLISHER_CURRENCY)
        .findFirst()
        .orElse(NOT_ASKED);
  }
}
