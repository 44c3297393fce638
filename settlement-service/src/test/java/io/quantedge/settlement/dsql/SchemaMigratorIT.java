package io.quantedge.settlement.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.dsql.Dsql;
import io.quantedge.dsql.DsqlException;
import io.quantedge.localstack.DsqlFaults;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.settlement.config.StoreConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class SchemaMigratorIT {
  private static final List<Migration> ALL = MigrationFiles.all();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static LocalDsql local;
  private static DsqlFaults faults;
  private static Vertx vertx;
  private static Dsql owner;

  @BeforeAll
  static void start() {
    local = LocalDsql.start();
    faults = new DsqlFaults(local.adminUri());
    vertx = Vertx.vertx();
    owner = Dsql.builder(vertx, config()).role("admin").open();
  }

  @AfterAll
  static void stop() {
    owner.close();
    now(vertx.close());
    faults.close();
    local.close();
  }

  /** Tables go; roles stay, as they would in a cluster that is migrated again. */
  @BeforeEach
  void emptyTheStore() {
    List<String> tables =
        now(
            owner.onConnection(connection ->
                connection
                    .query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                    .execute()
                    .map(rows -> {
                      List<String> names = new ArrayList<>();
                      rows.forEach(row -> names.add(row.getString(0)));
                      return names;
                    })));
    tables.forEach(table -> now(owner.onConnection(c -> c.query("DROP TABLE " + table).execute())));
  }

  @AfterEach
  void theStoreIsWhole() {
    faults.clear();
  }

  @Test
  void aSecondStartFindsNothingToDo() {
    assertThat(now(migrator().migrate(ALL))).isEqualTo(ALL.size());
    assertThat(now(migrator().migrate(ALL))).isZero();
    assertThat(now(migrator().pending(ALL))).isEmpty();
  }

  @Test
  void fourThatStartAtOnceAllSucceedAndBookEachMigrationOnce() {
    List<Uni<Integer>> starts = Stream.generate(() -> migrator().migrate(ALL)).limit(4).toList();

    List<Integer> applied = now(Uni.join().all(starts).andFailFast());

    assertThat(applied).hasSize(4);
    assertThat(booked()).isEqualTo(ALL.size());
  }

  @Test
  void aSchemaConflictIsTriedAgain() {
    faults.conflictNext("OC001", 3);

    assertThat(now(migrator().migrate(ALL))).isEqualTo(ALL.size());
    assertThat(booked()).isEqualTo(ALL.size());
  }

  @Test
  void aMigrationThatWasChangedAfterwardsIsRefused() {
    now(migrator().migrate(ALL));
    List<Migration> changed = new ArrayList<>(ALL);
    changed.set(2, Migration.of(ALL.get(2).name(), ALL.get(2).sql() + " -- one more thing"));

    assertThatThrownBy(() -> now(migrator().migrate(changed)))
        .isInstanceOf(SchemaRefusedException.class)
        .hasMessageContaining("V003__ad_slots.sql was changed after it had been applied");
  }

  @Test
  void theServicesRoleAppendsToTheLedgerAndCanNeitherChangeNorDeleteIt() {
    now(migrator().migrate(ALL));
    try (Dsql service = Dsql.builder(vertx, config()).open()) {
      now(service.onConnection(c -> c.query("SELECT count(*) FROM financial_ledger").execute()));
      for (String forbidden :
          List.of(
              "UPDATE financial_ledger SET amount = 0",
              "DELETE FROM financial_ledger",
              "UPDATE settlements SET price = 1",
              "DELETE FROM slot_events",
              "DROP TABLE financial_ledger")) {
        assertThatThrownBy(() -> now(service.onConnection(c -> c.query(forbidden).execute())))
            .as(forbidden)
            .isInstanceOfSatisfying(
                DsqlException.class,
                refused -> assertThat(refused.failure().sqlState()).hasValue("42501"));
      }
    }
  }

  private static SchemaMigrator migrator() {
    return new SchemaMigrator(owner, Clock.systemUTC());
  }

  private static long booked() {
    return now(
        owner.onConnection(connection ->
            connection
                .query("SELECT count(*) FROM schema_migrations")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))));
  }

  private static StoreConfig config() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(StoreConfig.class)
        .withDefaultValues(
            Map.of(
                "exchange.settlement.store.endpoints",
                local.endpointList(),
                "exchange.settlement.store.ca-file",
                local.caFile().toString()))
        .build()
        .getConfigMapping(StoreConfig.class);
  }

  private static <T> T now(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
