package io.quantedge.settlement.dsql;

import io.quantedge.dsql.AwsTokens;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.settlement.application.AccountStore;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.config.StoreConfig;
import io.quantedge.settlement.domain.FeeRate;
import io.quantedge.settlement.domain.SettlementRules;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The service's truth store without its service, on a local Aurora DSQL with the schema in place.
 * Thread-safe.
 */
public final class LocalTruth implements AutoCloseable {
  /** The role that the service has. */
  public static final String ROLE = "exchange_settlement";

  private static final String PREFIX = "exchange.settlement.store.";

  private final Dsql dsql;
  private final TruthStore store;
  private final AccountStore accounts;

  private LocalTruth(Dsql dsql) {
    this.dsql = dsql;
    StoreGate gate = new StoreGate();
    gate.open();
    SqlTransactions transactions = new SqlTransactions(dsql, gate);
    AccountRows rows = new AccountRows();
    VersionedBalances balances = new VersionedBalances(rows);
    Clock clock = Clock.systemUTC();
    this.store =
        new DsqlTruthStore(
            transactions, new SlotRows(), balances, new SettlementRules(new FeeRate(1_000)), clock);
    this.accounts = new DsqlAccountStore(transactions, rows, new LedgerRows(), balances, clock);
  }

  /**
   * Brings the schema up to date and opens the store.
   *
   * @param role that works on it
   * @param connections at most
   */
  public static LocalTruth open(Vertx vertx, LocalDsql local, String role, int connections) {
    StoreConfig config = config(local, role, connections);
    try (Dsql owner = Dsql.builder(vertx, config).role(AwsTokens.ADMIN).open()) {
      new SchemaMigrator(owner, Clock.systemUTC())
          .migrate(MigrationFiles.all())
          .await()
          .atMost(Duration.ofMinutes(1));
    }
    return new LocalTruth(Dsql.builder(vertx, config).open());
  }

  /** The store's connections. */
  public Dsql dsql() {
    return dsql;
  }

  /** Where slots are settled. */
  public TruthStore store() {
    return store;
  }

  /** Where accounts are defined. */
  public AccountStore accounts() {
    return accounts;
  }

  @Override
  public void close() {
    dsql.close();
  }

  /** A race may be slow: no time limit of the connector's shall end an attempt of it. */
  private static StoreConfig config(LocalDsql local, String role, int connections) {
    Map<String, String> values =
        Map.ofEntries(
            Map.entry(PREFIX + "endpoints", local.endpointList()),
            Map.entry(PREFIX + "ca-file", local.caFile().toString()),
            Map.entry(PREFIX + "role", role),
            Map.entry(PREFIX + "pool-size", Integer.toString(connections)),
            Map.entry(PREFIX + "new-connections-per-second", "90"),
            Map.entry(PREFIX + "statement-timeout", "60s"),
            Map.entry(PREFIX + "commit-timeout", "60s"),
            Map.entry(PREFIX + "attempt-timeout", "90s"),
            Map.entry(PREFIX + "connection-timeout", "60s"),
            Map.entry(PREFIX + "connect-timeout", "30s"),
            Map.entry(PREFIX + "read-idle-timeout", "30m"),
            Map.entry(PREFIX + "connection-lifetime", "45m"));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(StoreConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(StoreConfig.class);
  }
}
