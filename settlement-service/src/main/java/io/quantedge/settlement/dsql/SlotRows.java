package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what is committed for a slot, within a SQL transaction. Stateless. */
@Singleton
class SlotRows {
  private static final String DECIDED =
      """
      SELECT s.state, s.digest, s.close_offset, s.closed_at, s.committed_at,
             t.settlement_id, t.buyer_id, t.publisher_id, t.bid_id, t.region, t.candidate_rank,
             t.currency, t.winning_bid, t.price, t.fee, t.net
      FROM ad_slots s LEFT JOIN settlements t ON t.slot_id = s.slot_id
      WHERE s.slot_id = $1\
      """;

  private static final String REFUSED =
      """
      SELECT candidate_rank, account_id, verdict FROM ad_bids
      WHERE slot_id = $1 AND verdict IN (%s) ORDER BY candidate_rank\
      """
          .formatted(
              Arrays.stream(RefusalReason.values())
                  .map(reason -> "'" + reason + "'")
                  .collect(Collectors.joining(", ")));

  /**
   * A slot as it was committed.
   *
   * @param digest of the outcome that it was decided by
   * @param closeOffset of that outcome
   */
  record Decided(SettlementEvent event, String digest, long closeOffset) {}

  Uni<Optional<Decided>> find(SqlConnection connection, SlotId slotId) {
    return Sql.rows(connection, DECIDED, slotId.value())
        .chain(rows ->
            rows.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : decided(connection, slotId, rows.getFirst()).map(Optional::of));
  }

  private static Uni<Decided> decided(SqlConnection connection, SlotId slotId, Row row) {
    return event(connection, slotId, row)
        .map(event -> new Decided(event, row.getString("digest"), row.getLong("close_offset")));
  }

  private static Uni<SettlementEvent> event(SqlConnection connection, SlotId slotId, Row row) {
    Instant closedAt = Sql.instant(row, "closed_at");
    Instant committedAt = Sql.instant(row, "committed_at");
    return switch (SlotState.valueOf(row.getString("state"))) {
      case SETTLED -> Uni.createFrom().item(settled(slotId, row, closedAt, committedAt));
      case UNSOLD ->
          Uni.createFrom().item(new SettlementEvent.Unsold(slotId, closedAt, committedAt));
      case REJECTED ->
          refusals(connection, slotId)
              .map(refusals ->
                  new SettlementEvent.Rejected(slotId, refusals, closedAt, committedAt));
    };
  }

  private static SettlementEvent.Settled settled(
      SlotId slotId, Row row, Instant closedAt, Instant committedAt) {
    return new SettlementEvent.Settled(
        slotId,
        new SettlementId(row.getUUID("settlement_id")),
        new AccountId(row.getString("buyer_id")),
        new AccountId(row.getString("publisher_id")),
        new BidId(row.getUUID("bid_id")),
        new Region(row.getString("region")),
        row.getInteger("candidate_rank"),
        Sql.money(row, "winning_bid", "currency"),
        Sql.money(row, "price", "currency"),
        Sql.money(row, "fee", "currency"),
        Sql.money(row, "net", "currency"),
        closedAt,
        committedAt);
  }

  private static Uni<List<Refusal>> refusals(SqlConnection connection, SlotId slotId) {
    return Sql.rows(connection, REFUSED, slotId.value())
        .map(rows ->
            rows.stream()
                .map(row ->
                    new Refusal(
                        row.getInteger("candidate_rank"),
                        new AccountId(row.getString("account_id")),
                        RefusalReason.valueOf(row.getString("verdict"))))
                .toList());
  }

  /** The values of {@code ad_slots.state}. */
  enum SlotState {
    SETTLED,
    REJECTED,
    UNSOLD
  }
}
