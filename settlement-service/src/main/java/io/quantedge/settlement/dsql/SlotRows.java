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
      SELECT s.slot_id, s.state, s.digest, s.close_offset, s.closed_at, s.committed_at,
             s.publisher_id, t.settlement_id, t.buyer_id, t.bid_id, t.region, t.candidate_rank,
             t.currency, t.winning_bid, t.price, t.fee, t.net
      FROM ad_slots s LEFT JOIN settlements t ON t.slot_id = s.slot_id
      WHERE s.slot_id = $1\
      """;

  /** The verdict on a candidate that could not buy because of the publisher's currency. */
  static final String PUBLISHER_CURRENCY = "PUBLISHER_CURRENCY";

  private static final String REFUSED =
      """
      SELECT candidate_rank, account_id, verdict FROM ad_bids
      WHERE slot_id = $1 AND verdict IN ('PUBLISHER_CURRENCY', %s) ORDER BY candidate_rank\
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
      case SETTLED -> Uni.createFrom().item(settled(row));
      case UNSOLD ->
          Uni.createFrom().item(new SettlementEvent.Unsold(slotId, closedAt, committedAt));
      case REJECTED ->
          refusals(connection, slotId, new AccountId(row.getString("publisher_id")))
              .map(refusals ->
                  new SettlementEvent.Rejected(slotId, refusals, closedAt, committedAt));
    };
  }

  /** A settlement, from a row with all of its columns. */
  static SettlementEvent.Settled settled(Row row) {
    return new SettlementEvent.Settled(
        new SlotId(row.getString("slot_id")),
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
        Sql.instant(row, "closed_at"),
        Sql.instant(row, "committed_at"));
  }

  private static Uni<List<Refusal>> refusals(
      SqlConnection connection, SlotId slotId, AccountId publisherId) {
    return Sql.rows(connection, REFUSED, slotId.value())
        .map(rows -> rows.stream().map(row -> refusal(row, publisherId)).toList());
  }

  private static Refusal refusal(Row row, AccountId publisherId) {
    int rank = row.getInteger("candidate_rank");
    String verdict = row.getString("verdict");
    return verdict.equals(PUBLISHER_CURRENCY)
        ? new Refusal(rank, publisherId, RefusalReason.WRONG_CURRENCY)
        : new Refusal(
            rank, new AccountId(row.getString("account_id")), RefusalReason.valueOf(verdict));
  }

  /** The values of {@code ad_slots.state}. */
  enum SlotState {
    SETTLED,
    REJECTED,
    UNSOLD
  }
}
