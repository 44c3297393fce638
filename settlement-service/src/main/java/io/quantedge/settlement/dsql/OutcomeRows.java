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
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Writes what a decision leaves behind besides money, within a SQL transaction. Stateless. */
@Singleton
class OutcomeRows {
  private static final String NOT_ASKED = "NOT_ASKED";
  private static final String WON = "WON";

  Uni<Integer> insertSlot(
      SqlConnection connection, AuctionOutcome outcome, SettlementDecision decision, Instant now) {
    SlotDefinition slot = outcome.slot();
    return Sql.write(
        connection,
        """
        INSERT INTO ad_slots
          (slot_id, state, publisher_id, name, currency, floor_price, increment, pricing, ranking,
           opens_at, closes_at, closed_at, close_cause, log_partition, open_offset, last_offset,
           close_offset, bids_received, bids_counted, digest, committed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21)\
        """,
        Sql.tuple(
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
            Sql.time(now)));
  }

  Uni<Void> insertBids(
      SqlConnection connection, AuctionOutcome outcome, SettlementDecision decision) {
    List<Tuple> batch =
        outcome.candidates().stream().map(candidate -> bid(candidate, decision)).toList();
    if (batch.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Sql.writeAll(
        connection,
        """
        INSERT INTO ad_bids
          (slot_id, candidate_rank, bid_id, account_id, region, currency, amount, clearing_price,
           quality_score, latency_ms, accepted_at, verdict)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)\
        """,
        batch);
  }

  Uni<Integer> insertSettlement(SqlConnection connection, SettlementEvent.Settled settled) {
    return Sql.write(
        connection,
        """
        INSERT INTO settlements
          (settlement_id, slot_id, buyer_id, publisher_id, bid_id, region, candidate_rank, currency,
           winning_bid, price, fee, net, closed_at, committed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)\
        """,
        Sql.tuple(
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
            Sql.time(settled.committedAt())));
  }

  Uni<Void> insertEvents(
      SqlConnection connection, AuctionOutcome outcome, SettlementDecision decision, Instant now) {
    String slotId = outcome.slot().slotId().value();
    List<Tuple> batch =
        decision instanceof SettlementDecision.Unsold
            ? List.of(
                event(slotId, 1, "OPEN", outcome.slot().opensAt(), now),
                event(slotId, 2, "CLOSED", outcome.closedAt(), now),
                event(slotId, 3, "UNSOLD", outcome.closedAt(), now))
            : List.of(
                event(slotId, 1, "OPEN", outcome.slot().opensAt(), now),
                event(slotId, 2, "CLOSED", outcome.closedAt(), now),
                event(slotId, 3, "AWARDED", outcome.closedAt(), now),
                event(slotId, 4, state(decision).name(), now, now));
    return Sql.writeAll(
        connection,
        """
        INSERT INTO slot_events (slot_id, event_no, event_type, occurred_at, recorded_at)
        VALUES ($1, $2, $3, $4, $5)\
        """,
        batch);
  }

  private static SlotState state(SettlementDecision decision) {
    return switch (decision) {
      case SettlementDecision.Settle settle -> SlotState.SETTLED;
      case SettlementDecision.Reject reject -> SlotState.REJECTED;
      case SettlementDecision.Unsold unsold -> SlotState.UNSOLD;
    };
  }

  private static Tuple bid(Candidate candidate, SettlementDecision decision) {
    Bid bid = candidate.bid();
    return Sql.tuple(
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

  private static Tuple event(
      String slotId, int eventNo, String type, Instant occurredAt, Instant now) {
    return Sql.tuple(slotId, eventNo, type, Sql.time(occurredAt), Sql.time(now));
  }
}
