package io.quantedge.telemetry.dsql;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.telemetry.domain.StoredSlot;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of the truth store as the events that they were. */
final class StoredRows {
  /** Below every id that is drawn at random. */
  static final UUID NO_OPERATION = new UUID(0, 0);

  private StoredRows() {}

  static StoredSlot slot(Row row) {
    return new StoredSlot(
        row.getString("name"),
        row.getString("best_account") == null
            ? Optional.empty()
            : Optional.of(
                new StoredSlot.Best(
                    row.getString("best_region"),
                    row.getString("best_account"),
                    money(row, "best_price"))),
        settlement(row));
  }

  private static SettlementEvent settlement(Row row) {
    SlotId slotId = new SlotId(row.getString("slot_id"));
    Instant closedAt = instant(row, "closed_at");
    Instant committedAt = instant(row, "committed_at");
    String state = row.getString("state");
    return switch (state) {
      case "UNSOLD" -> new SettlementEvent.Unsold(slotId, closedAt, committedAt);
      case "REJECTED" -> new SettlementEvent.Rejected(slotId, List.of(), closedAt, committedAt);
      case "SETTLED" ->
          new SettlementEvent.Settled(
              slotId,
              SettlementId.of(slotId),
              new AccountId(row.getString("buyer_id")),
              new AccountId(row.getString("publisher_id")),
              new BidId(row.getUUID("bid_id")),
              new Region(row.getString("region")),
              row.getInteger("candidate_rank"),
              money(row, "winning_bid"),
              money(row, "price"),
              money(row, "fee"),
              money(row, "net"),
              closedAt,
              committedAt);
      default ->
          throw new IllegalArgumentException(
              "slot " + slotId + " has a state that is not known: " + state);
    };
  }

  private static Money money(Row row, String column) {
    return Money.ofDecimal(row.getBigDecimal(column), row.getString("currency"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static String type(ConflictEvent event) {
    return switch (event) {
      case AttemptFailed _ -> "ATTEMPT_FAILED";
      case Resolved _ -> "RESOLVED";
      case Exhausted _ -> "EXHAUSTED";
    };
  }

  static ConflictEvent conflict(Row row) {
    UUID operationId = row.getUUID("operation_id");
    List<SlotId> slotIds =
        Arrays.stream(row.getString("slot_ids").split(","))
            .filter(text -> !text.isEmpty())
            .map(SlotId::new)
            .toList();
    String worker = row.getString("worker");
    String region = row.getString("region");
    int attempt = row.getInteger("attempt");
    Instant at = instant(row, "occurred_at");
    String type = row.getString("type");
    return switch (type) {
      case "ATTEMPT_FAILED" ->
          new AttemptFailed(
              operationId,
              slotIds,
              worker,
              region,
              attempt,
              Cause.valueOf(row.getString("cause")),
              Optional.ofNullable(row.getString("sql_state")),
              Optional.ofNullable(row.getString("code")),
              row.getLong("backoff_millis"),
              at);
      case "RESOLVED" ->
          new Resolved(
              operationId,
              slotIds,
              worker,
              region,
              attempt,
              Finding.valueOf(row.getString("finding")),
              at);
      case "EXHAUSTED" -> new Exhausted(operationId, slotIds, worker, region, attempt, at);
      default -> throw new IllegalArgumentException("conflict event of an unknown type: " + type);
    };
  }
}
