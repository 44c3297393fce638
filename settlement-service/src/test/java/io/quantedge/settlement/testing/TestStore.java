package io.quantedge.settlement.testing;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.localstack.testing.DsqlResource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks into the truth store past the service, on connections of its own. */
@Singleton
public class TestStore {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final PgConnectOptions server;
  private final Pool pool;

  TestStore(
      Vertx vertx,
      @ConfigProperty(name = DsqlResource.DIRECT_URL) String url,
      @ConfigProperty(name = DsqlResource.DIRECT_USERNAME) String username,
      @ConfigProperty(name = DsqlResource.DIRECT_PASSWORD) String password) {
    this.vertx = vertx;
    this.server = PgConnectOptions.fromUri(url).setUser(username).setPassword(password);
    this.pool = poolTo(server);
  }

  public List<Row> query(String sql, Object... parameters) {
    return now(
        pool.preparedQuery(sql)
            .execute(Tuple.from(List.of(parameters)))
            .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList()));
  }

  public long count(String sql, Object... parameters) {
    return query(sql, parameters).getFirst().getLong(0);
  }

  /** A connection that the caller closes. */
  public SqlConnection connection() {
    return now(pool.getConnection());
  }

  public BigDecimal guardedBalance(String accountId) {
    return query("SELECT balance FROM account_balances WHERE account_id = $1", accountId)
        .getFirst()
        .getBigDecimal(0);
  }

  public BigDecimal ledgerBalance(String accountId) {
    return query(
            "SELECT coalesce(sum(amount), 0.0000) FROM financial_ledger WHERE account_id = $1",
            new AccountId(accountId).value())
        .getFirst()
        .getBigDecimal(0);
  }

  public static <T> T now(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }

  private Pool poolTo(PgConnectOptions options) {
    return new Pool(
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(4))
            .connectingTo(options)
            .using(vertx.getDelegate())
            .build());
  }
}
