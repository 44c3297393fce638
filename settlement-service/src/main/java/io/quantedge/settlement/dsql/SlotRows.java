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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is committed for a slot, within a SQL transaction. Stateless. */
@Singleton
class SlotRows {
  private static final String DECIDED =
      """
      SELECT s.slot_id, s.state, s.digest, s.close_offset, s.closed_at, s.committed_at,
             s.publisher_id, t.settlement_id, t.buyer_id, t.bid_id, t.region, t.candidate_rank,
             t.currency, t.winning_bid, t.price, t.fee, t.net
      FROM ad_slots s LEFT JOIN settlements t ON t.slot_id = s.slot_id
      WHERE s.slot_id = ANY($1)\
      """;

  /** The verdict on a candidate that could not buy because of the publisher's currency. */
  static final String PUBLISHER_CURRENCY = "PUBLISHER_CURRENCY";

  private static final String REFUSED =
      """
      SELECT slot_id, candidate_rank, account_id, verdict FROM ad_bids
      WHERE slot_id = ANY($1) AND verdict IN ('PUBLISHER_CURRENCY', %s)
      ORDER BY slot_id, candidate_rank\
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
    return findAll(connection, List.of(slotId))
        .map(decided -> Optional.ofNullable(decided.get(slotId)));
  }

  /** What is committed for these slots; undecided ones are absent. */
  Uni<Map<SlotId, Decided>> findAll(SqlConnection connection, Collection<SlotId> slotIds) {
    return Sql.rows(connection, DECIDED, (Object) values(slotIds))
        .chain(
            rows -> refusals(connection, rejected(rows)).map(refusals -> decided(rows, refusals)));
  }

  /** The slots that were rejected, with their publishers. */
  private static Map<SlotId, AccountId> rejected(List<Row> rows) {
    return rows.stream()
        .filter(row -> SlotState.valueOf(row.getString("state")) == SlotState.REJECTED)
        .collect(
            Collectors.toMap(
                SlotRows::slotId, row -> new AccountId(row.getString("publisher_id"))));
  }

  private static Map<SlotId, Decided> decided(List<Row> rows, Map<SlotId, List<Refusal>> refusals) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                SlotRows::slotId,
                row ->
                    new Decided(
                        event(row, refusals.getOrDefault(slotId(row), List.of())),
                        row.getString("digest"),
                        row.getLong("close_offset"))));
  }

  private static SettlementEvent event(Row row, List<Refusal> refusals) {
    SlotId slotId = slotId(row);
    Instant closedAt = Sql.instant(row, "closed_at");
    Instant committedAt = Sql.instant(row, "committed_at");
    return switch (SlotState.valueOf(row.getString("state"))) {
      case SETTLED -> settled(row);
      case UNSOLD -> new SettlementEvent.Unsold(slotId, closedAt, committedAt);
      case REJECTED -> new SettlementEvent.Rejected(slotId, refusals, closedAt, committedAt);
    };
  }

  private static SlotId slotId(Row row) {
    return new SlotId(row.getString("slot_id"));
  }

  private static String[] values(Collection<SlotId> slotIds) {
    return slotIds.stream().map(SlotId::value).toArray(String[]::new);
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

  private static Uni<Map<SlotId, List<Refusal>>> refusals(
      SqlConnection connection, Map<SlotId, AccountId> publishers) {
    if (publishers.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Sql.rows(connection, REFUSED, (Object) values(publishers.keySet()))
        .map(rows ->
            rows.stream()
                .collect(
                    Collectors.groupingBy(
                        SlotRows::slotId,
                        Collectors.mapping(
                            row -> refusal(row, publishers.get(slotId(row))),
                            Collectors.toList()))));
  }

  private static Refusal refusal(Row row, @Nullable AccountId publisherId) {
    int rank = row.getInteger("candidate_rank");
    String verdict = row.getString("verdict");
    return verdict.equals(PUBLISHER_CURRENCY) && publisherId != null
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
