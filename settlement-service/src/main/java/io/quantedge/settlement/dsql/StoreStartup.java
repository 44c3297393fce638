package io.quantedge.settlement.dsql;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.application.AccountStore;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.config.SchemaConfig;
import io.quantedge.settlement.config.SchemaConfig.Apply;
import io.quantedge.settlement.config.SettlementConfig;
import io.quantedge.settlement.config.StoreConfig;
import io.quantedge.settlement.domain.HouseAccounts;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  private final StoreConnections connections;
  private final Dsql dsql;
  private final StoreGate gate;
  private final AccountStore accounts;
  private final Settings settings;
  private final Clock clock;
  private Cancellable preparation = () -> {};

  StoreStartup(
      StoreConnections connections,
      Dsql dsql,
      StoreGate gate,
      AccountStore accounts,
      Settings settings,
      Clock clock) {
    this.connections = connections;
    this.dsql = dsql;
    this.gate = gate;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /** The configuration that a start depends on. */
  @Singleton
  record Settings(SettlementConfig settlement, StoreConfig store, SchemaConfig schema) {}

  void onStart(@Observes StartupEvent event) {
    preparation =
        patiently(prepare())
            .subscribe()
            .with(ignored -> log.info("truth store ready"), StoreStartup::refuse);
  }

  void onStop(@Observes ShutdownEvent event) {
    preparation.cancel();
  }

  private static Uni<Void> patiently(Uni<Void> step) {
    return step.onFailure(StoreStartup::isPassing)
        .invoke(failure -> log.warnf("truth store not ready yet cause=%s", failure.getMessage()))
        .onFailure(StoreStartup::isPassing)
        .retry()
        .withBackOff(Duration.ofMillis(250), Duration.ofSeconds(5))
        .withJitter(0.5)
        .indefinitely();
  }

  private Uni<Void> prepare() {
    return Uni.createFrom()
        .deferred(() ->
            switch (settings.schema().apply()) {
              case AT_START -> migrate().chain(this::use);
              case AND_EXIT -> migrate().invoke(() -> Quarkus.asyncExit(0));
              case NEVER -> requireSchema().chain(this::use);
            })
        .onFailure()
        .transform(failure ->
            failure instanceof SchemaRefusedException ? failure : StoreFailures.of(failure));
  }

  private Uni<Void> migrate() {
    Dsql owner = connections.ofOwner();
    return new SchemaMigrator(owner, clock)
        .migrate(MigrationFiles.all())
        .invoke(applied -> log.infof("schema in place migrationsApplied=%d", applied))
        .replaceWithVoid()
        .onTermination()
        .invoke(owner::close);
  }

  private Uni<Void> requireSchema() {
    return new SchemaMigrator(dsql, clock)
        .pending(MigrationFiles.all())
        .invoke(pending -> {
          if (!pending.isEmpty()) {
            throw notYet(pending);
          }
        })
        .replaceWithVoid();
  }

  private static StoreException notYet(List<String> pending) {
    return new StoreException(
        new StoreFailure.Unavailable(
            Optional.empty(),
            Optional.empty(),
            "the schema lacks "
                + pending
                + ": run this service once with exchange.settlement.schema.apply="
                + Apply.AND_EXIT),
        null);
  }

  private Uni<Void> use() {
    return requireSnapshots().invoke(gate::open).chain(this::createHouseAccounts);
  }

  /** Without snapshot isolation, what a settlement read could change before it commits. */
  private Uni<Void> requireSnapshots() {
    return dsql.transaction(connection ->
            connection
                .query("SHOW transaction_isolation")
                .execute()
                .map(rows -> rows.iterator().next().getString(0)))
        .invoke(isolation -> {
          if (!SNAPSHOT_OR_BETTER.contains(isolation)) {
            throw new SchemaRefusedException(
                "settlement needs SQL transactions at REPEATABLE READ, and '"
                    + settings.store().begin()
                    + "' gives '"
                    + isolation
                    + "': set exchange.settlement.store.begin");
          }
        })
        .replaceWithVoid();
  }

  private Uni<Void> createHouseAccounts() {
    return Multi.createFrom()
        .iterable(HouseAccounts.in(settings.settlement().houseCurrency()))
        .onItem()
        .transformToUniAndConcatenate(accounts::define)
        .map(attempted -> attempted.finding() == Finding.COMMITTED)
        .collect()
        .asList()
        .replaceWithVoid();
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
