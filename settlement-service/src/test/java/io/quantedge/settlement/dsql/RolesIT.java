package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.dsql.Dsql;
import io.quantedge.dsql.DsqlException;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The services' roles: what they need is granted (all other component tests run with it), and
 * nothing else is.
 */
@QuarkusTest
@NullUnmarked
class RolesIT extends ServiceIT {
  @Inject Dsql settlement;
  @Inject Instances instances;

  @AfterEach
  void closeInstances() {
    instances.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE financial_ledger SET amount = 0",
        "DELETE FROM financial_ledger",
        "UPDATE settlements SET price = 1",
        "DELETE FROM settlements",
        "UPDATE ad_bids SET verdict = 'WON'",
        "DELETE FROM ad_bids",
        "UPDATE slot_events SET event_type = 'OPEN'",
        "DELETE FROM slot_events",
        "UPDATE ad_slots SET state = 'UNSOLD'",
        "DELETE FROM ad_slots",
        "UPDATE enterprise_accounts SET credit_limit = 1000000",
        "DELETE FROM account_balances",
        "DROP TABLE financial_ledger",
        "ALTER TABLE financial_ledger ADD COLUMN note text",
        "INSERT INTO schema_migrations VALUES (999, 'x', 'x', now())",
        "SELECT * FROM conflict_events",
        "INSERT INTO simulation_runs (run_id) VALUES (gen_random_uuid())",
        "CREATE TABLE mine (id integer)",
        "DROP TABLE proofs.financial_ledger",
        "CREATE TABLE proofs.mine (id integer)"
      })
  void theSettlementRoleCannotChangeWhatIsCommitted(String sql) {
    assertRefused(settlement, sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enterprise_accounts",
        "account_balances",
        "ad_slots",
        "ad_bids",
        "settlements",
        "financial_ledger",
        "slot_events"
      })
  void theSettlementRoleMayDeleteWhatProofsLeaveAndNothingElse(String table) {
    run(settlement, "DELETE FROM proofs." + table + " WHERE false");
    assertRefused(settlement, "DELETE FROM public." + table + " WHERE false");
  }

  @Test
  void theTelemetryRoleReadsEverythingAndWritesWhatIsItsOwn() {
    Dsql telemetry = telemetry();
    for (String table :
        List.of(
            "enterprise_accounts",
            "account_balances",
            "ad_slots",
            "ad_bids",
            "settlements",
            "financial_ledger",
            "slot_events",
            "conflict_events",
            "simulation_runs")) {
      run(telemetry, "SELECT * FROM " + table + " LIMIT 1");
    }
    run(
        telemetry,
        """
        INSERT INTO conflict_events (operation_id, attempt, type, slot_ids, worker, region,
          occurred_at)
        VALUES (gen_random_uuid(), 1, 'RESOLVED', '', 'w', 'r', now()) ON CONFLICT DO NOTHING\
        """);
    run(
        telemetry,
        """
        INSERT INTO simulation_runs (run_id, command, seed, started_at, bids_sent,
          bids_acknowledged, slots)
        VALUES (gen_random_uuid(), 'demo', 1, now(), 0, 0, 0) ON CONFLICT DO NOTHING\
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE conflict_events SET attempt = 2",
        "DELETE FROM conflict_events",
        "DELETE FROM simulation_runs",
        "UPDATE simulation_runs SET all_hold = true",
        "UPDATE account_balances SET balance = 0",
        "INSERT INTO slot_events VALUES ('s', 1, 'OPEN', now(), now())",
        "SELECT * FROM account_balances FOR UPDATE",
        "SELECT * FROM proofs.settlements"
      })
  void theTelemetryRoleCannotTouchMoney(String sql) {
    assertRefused(telemetry(), sql);
  }

  private Dsql telemetry() {
    return instances
        .open("telemetry", instances.guard(), Map.of("role", "exchange_telemetry"))
        .dsql();
  }

  private static void assertRefused(Dsql dsql, String sql) {
    assertThatThrownBy(() -> run(dsql, sql))
        .isInstanceOfSatisfying(
            DsqlException.class,
            refused -> assertThat(refused.failure().sqlState()).as(sql).hasValue("42501"));
  }

  private static void run(Dsql dsql, String sql) {
    now(dsql.onConnection(connection -> connection.query(sql).execute()));
  }
}
