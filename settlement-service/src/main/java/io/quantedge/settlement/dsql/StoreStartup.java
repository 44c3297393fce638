package io.quantedge.settlement.dsql;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.settlement.application.AccountStore;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.config.SettlementConfig;
import io.quantedge.settlement.config.StoreConfig;
import io.quantedge.settlement.domain.HouseAccounts;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Prepares the store when the process starts: schema, isolation, house accounts. It waits for a
 * store that is away, and ends the process if the store is not one to write to.
 */
@Singleton
class StoreStartup {
  private static final Logger log = Logger.getLogger(StoreStartup.class);
  private static final Set<String> SNAPSHOT_OR_BETTER = Set.of("repeatable read", "serializable");

  private final Pool pool;
  private final StoreGate gate;
  private final AccountStore accounts;
  private final SettlementConfig settlement;
  private final StoreConfig store;
  private final SchemaMigrator migrator;
  private Cancellable preparation = () -> {};

  StoreStartup(
      Pool pool,
      StoreGate gate,
      AccountStore accounts,
      SettlementConfig settlement,
      StoreConfig store,
      Clock clock) {
    this.pool = pool;
    this.gate = gate;
    this.accounts = accounts;
    this.settlement = settlement;
    this.store = store;
    this.migrator = new SchemaMigrator(pool, clock);
  }

  void onStart(@Observes StartupEvent event) {
    preparation =
        prepare()
            .onFailure(StoreStartup::isPassing)
            .invoke(
                failure -> log.warnf("truth store not ready yet cause=%s", failure.getMessage()))
            .onFailure(StoreStartup::isPassing)
            .retry()
            .withBackOff(Duration.ofMillis(250), Duration.ofSeconds(5))
            .withJitter(0.5)
            .indefinitely()
            .subscribe()
            .with(
                applied -> log.infof("truth store ready migrationsApplied=%d", applied),
                StoreStartup::refuse);
  }

  void onStop(@Observes ShutdownEvent event) {
    preparation.cancel();
  }

  private Uni<Integer> prepare() {
    return Uni.createFrom()
        .deferred(() -> migrator.migrate(MigrationFiles.all()))
        .call(this::requireSnapshots)
        .onFailure()
        .transform(failure ->
            failure instanceof SchemaRefusedException ? failure : StoreFailures.of(failure, false))
        .invoke(gate::open)
        .call(this::createHouseAccounts);
  }

  /** Without snapshot isolation, what a settlement read could change before it commits. */
  private Uni<Void> requireSnapshots() {
    return pool.withConnection(connection ->
            connection
                .query(store.begin())
                .execute()
                .chain(() -> connection.query("SHOW transaction_isolation").execute())
                .map(rows -> rows.iterator().next().getString(0))
                .eventually(() -> connection.query("ROLLBACK").execute()))
        .invoke(isolation -> {
          if (!SNAPSHOT_OR_BETTER.contains(isolation)) {
            throw new SchemaRefusedException(
                "settlement needs SQL transactions at REPEATABLE READ, and '"
                    + store.begin()
                    + "' gives '"
                    + isolation
                    + "': set exchange.settlement.store.begin");
          }
        })
        .replaceWithVoid();
  }

  private Uni<List<Finding>> createHouseAccounts() {
    return Multi.createFrom()
        .iterable(HouseAccounts.in(settlement.houseCurrency()))
        .onItem()
        .transformToUniAndConcatenate(accounts::define)
        .map(attempted -> attempted.finding())
        .collect()
        .asList();
  }

  private static boolean isPassing(Throwable failure) {
    return !(failure instanceof SchemaRefusedException)
        && StoreException.failureOf(failure) instanceof StoreFailure.Passing;
  }

  private static void refuse(Throwable failure) {
    log.fatalf("settlement-service cannot use this truth store: %s", failure.getMessage());
    Quarkus.asyncExit(1);
  }
}
