package io.quantedge.simulator.sql;

import static io.quantedge.simulator.sql.Reading.instant;
import static io.quantedge.simulator.sql.Reading.money;
import static io.quantedge.simulator.sql.Reading.text;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.audit.AuditTruth;
import io.quantedge.simulator.domain.audit.SettledSlot;
import io.quantedge.simulator.domain.audit.SettledSlot.Considered;
import io.quantedge.simulator.domain.audit.SettledSlot.Place;
import io.quantedge.simulator.domain.audit.SettledSlot.Settlement;
import io.quantedge.simulator.domain.audit.SettledSlot.Terms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The truth store's tables over JDBC, for an audit. Thread-safe. */
public final class JdbcAuditTruth implements AuditTruth {
  private final Reading reading;

  public JdbcAuditTruth(String url, String user, String password) {
    this.reading = new Reading(url, user, password);
  }

  @Override
  public Map<SlotId, SettledSlot> find(Collection<SlotId> slotIds) throws RunFailedException {
    String[] keys = Reading.texts(slotIds);
    return reading.read(connection -> slots(connection, keys));
  }

  @Override
  public List<SlotId> page(String after, int limit) throws RunFailedException {
    return reading.read(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT slot_id FROM ad_slots WHERE slot_id > ? ORDER BY slot_id LIMIT ?")) {
        statement.setString(1, after);
        statement.setInt(2, limit);
        return Reading.rows(statement, row -> new SlotId(text(row, "slot_id")));
      }
    });
  }

  private static Map<SlotId, SettledSlot> slots(Connection connection, String[] keys)
      throws SQLException {
    Map<SlotId, Settlement> settlements = settlements(connection, keys);
    Map<SlotId, List<Considered>> candidates = candidates(connection, keys);
    Set<SlotId> voided = voided(connection, keys);
    Map<SlotId, SettledSlot> slots = new HashMap<>();
    List<SettledSlot> rows =
        Reading.rows(
            connection,
            """
            SELECT slot_id, state, publisher_id, name, currency, floor_price, increment, pricing,
                   ranking, opens_at, closes_at, closed_at, close_cause, log_partition, open_offset,
                   last_offset, close_offset, bids_received, bids_counted, digest
              FROM ad_slots WHERE slot_id = ANY (?)
            """,
            keys,
            row -> {
              SlotId slotId = new SlotId(text(row, "slot_id"));
              return slot(
                  row,
                  slotId,
                  Optional.ofNullable(settlements.get(slotId)),
                  candidates.getOrDefault(slotId, List.of()),
                  voided.contains(slotId));
            });
    rows.forEach(slot -> slots.put(slot.slotId(), slot));
    return slots;
  }

  private static SettledSlot slot(
      ResultSet row,
      SlotId slotId,
      Optional<Settlement> settlement,
      List<Considered> candidates,
      boolean isVoided)
      throws SQLException {
    return new SettledSlot(
        slotId,
        text(row, "state"),
        new Terms(
            text(row, "publisher_id"),
            text(row, "name"),
            money(row, "floor_price"),
            money(row, "increment"),
            text(row, "pricing"),
            text(row, "ranking"),
            instant(row, "opens_at"),
            instant(row, "closes_at")),
        new Place(
            row.getInt("log_partition"),
            row.getLong("open_offset"),
            row.getLong("last_offset"),
            row.getLong("close_offset"),
            text(row, "close_cause"),
            instant(row, "closed_at")),
        row.getLong("bids_received"),
        row.getLong("bids_counted"),
        text(row, "digest"),
        settlement,
        candidates,
        isVoided);
  }

  private record Keyed<T>(SlotId slotId, T value) {}

  private static Map<SlotId, Settlement> settlements(Connection connection, String[] keys)
      throws SQLException {
    List<Keyed<Settlement>> rows =
        Reading.rows(
            connection,
            """
            SELECT slot_id, settlement_id, buyer_id, publisher_id, bid_id, candidate_rank, currency,
                   winning_bid, price
              FROM settlements WHERE slot_id = ANY (?)
            """,
            keys,
            row ->
                new Keyed<>(
                    new SlotId(text(row, "slot_id")),
                    new Settlement(
                        row.getObject("settlement_id", UUID.class),
                        text(row, "buyer_id"),
                        text(row, "publisher_id"),
                        row.getObject("bid_id", UUID.class),
                        row.getInt("candidate_rank"),
                        money(row, "winning_bid"),
                        money(row, "price"))));
    // The table's own key allows one for each slot.
    return rows.stream().collect(Collectors.toMap(Keyed::slotId, Keyed::value));
  }

  private static Map<SlotId, List<Considered>> candidates(Connection connection, String[] keys)
      throws SQLException {
    List<Keyed<Considered>> rows =
        Reading.rows(
            connection,
            """
            SELECT slot_id, candidate_rank, bid_id, account_id, currency, amount, clearing_price
              FROM ad_bids WHERE slot_id = ANY (?) ORDER BY slot_id, candidate_rank
            """,
            keys,
            row ->
                new Keyed<>(
                    new SlotId(text(row, "slot_id")),
                    new Considered(
                        row.getInt("candidate_rank"),
                        row.getObject("bid_id", UUID.class),
                        text(row, "account_id"),
                        money(row, "amount"),
                        money(row, "clearing_price"))));
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Keyed::slotId, Collectors.mapping(Keyed::value, Collectors.toList())));
  }

  private static Set<SlotId> voided(Connection connection, String[] keys) throws SQLException {
    return new HashSet<>(
        Reading.rows(
            connection,
            "SELECT slot_id FROM slot_events WHERE slot_id = ANY (?) AND event_type = 'VOIDED'",
            keys,
            row -> new SlotId(text(row, "slot_id"))));
  }
}
