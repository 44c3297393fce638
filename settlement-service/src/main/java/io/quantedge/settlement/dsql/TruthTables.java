package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.dsql.SqlType.DECIMAL;
import static io.quantedge.settlement.dsql.SqlType.INT;
import static io.quantedge.settlement.dsql.SqlType.LONG;
import static io.quantedge.settlement.dsql.SqlType.TEXT;
import static io.quantedge.settlement.dsql.SqlType.TIME;
import static io.quantedge.settlement.dsql.SqlType.UUID_KEY;

import io.quantedge.settlement.dsql.BatchInsert.Table;

/** The tables that settling writes, column by column. */
final class TruthTables {
  static final Table AD_SLOTS =
      Table.of(
          "ad_slots",
          TEXT.column("slot_id"),
          TEXT.column("state"),
          TEXT.column("publisher_id"),
          TEXT.column("name"),
          TEXT.column("currency"),
          DECIMAL.column("floor_price"),
          DECIMAL.column("increment"),
          TEXT.column("pricing"),
          TEXT.column("ranking"),
          TIME.column("opens_at"),
          TIME.column("closes_at"),
          TIME.column("closed_at"),
          TEXT.column("close_cause"),
          INT.column("log_partition"),
          LONG.column("open_offset"),
          LONG.column("last_offset"),
          LONG.column("close_offset"),
          LONG.column("bids_received"),
          LONG.column("bids_counted"),
          TEXT.column("digest"),
          TIME.column("committed_at"));

  static final Table AD_BIDS =
      Table.of(
          "ad_bids",
          TEXT.column("slot_id"),
          INT.column("candidate_rank"),
          UUID_KEY.column("bid_id"),
          TEXT.column("account_id"),
          TEXT.column("region"),
          TEXT.column("currency"),
          DECIMAL.column("amount"),
          DECIMAL.column("clearing_price"),
          DECIMAL.column("quality_score"),
          INT.column("latency_ms"),
          TIME.column("accepted_at"),
          TEXT.column("verdict"));

  static final Table SLOT_EVENTS =
      Table.of(
          "slot_events",
          TEXT.column("slot_id"),
          INT.column("event_no"),
          TEXT.column("event_type"),
          TIME.column("occurred_at"),
          TIME.column("recorded_at"));

  static final Table SETTLEMENTS =
      Table.of(
          "settlements",
          UUID_KEY.column("settlement_id"),
          TEXT.column("slot_id"),
          TEXT.column("buyer_id"),
          TEXT.column("publisher_id"),
          UUID_KEY.column("bid_id"),
          TEXT.column("region"),
          INT.column("candidate_rank"),
          TEXT.column("currency"),
          DECIMAL.column("winning_bid"),
          DECIMAL.column("price"),
          DECIMAL.column("fee"),
          DECIMAL.column("net"),
          TIME.column("closed_at"),
          TIME.column("committed_at"));

  static final Table FINANCIAL_LEDGER =
      Table.of(
          "financial_ledger",
          TEXT.column("account_id"),
          UUID_KEY.column("entry_id"),
          UUID_KEY.column("posting_id"),
          INT.column("entry_no"),
          TEXT.column("kind"),
          DECIMAL.column("amount"),
          TEXT.column("currency"),
          TEXT.column("slot_id"),
          TIME.column("created_at"));

  private TruthTables() {}
}
