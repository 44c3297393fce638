package io.quantedge.bench.contention;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.dsql.Dsql;
import io.quantedge.dsql.DsqlException;
import io.quantedge.dsql.DsqlFailure;
import io.quantedge.settlement.application.RetryPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Workers that each take one cent from the same balance: the least that work on one row can be.
 * Each has something of its own to do, so none may stop because another one was first.
 */
final class HotRow implements Strategy {
  private static final String READ =
      "SELECT balance, version FROM account_balances WHERE account_id = $1";
  private static final String WRITE =
      """
      UPDATE account_balances SET balance = $2, version = version + 1
      WHERE account_id = $1 AND version = $3\
      """;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final Dsql dsql;
  private final AccountId account;
  private final Backoff backoff;
  private final RetryPolicy policy;
  private final RandomGenerator random;

  HotRow(
      Dsql dsql, AccountId account, Backoff backoff, RetryPolicy policy, RandomGenerator random) {
    this.dsql = dsql;
    this.account = account;
    this.backoff = backoff;
    this.policy = policy;
    this.random = random;
  }

  @Override
  public String label() {
    return backoff.label();
  }

  @Override
  public List<Uni<Run>> workers(int count) {
    return IntStream.range(0, count).mapToObj(i -> attempt(1, policy.base().toMillis())).toList();
  }

  @Override
  public int writes(int successes) {
    return successes;
  }

  private Uni<Run> attempt(int attempt, long waitedMillis) {
    return dsql.transaction(this::takeOneCent)
        .map(ignored -> new Run(true, attempt))
        .onFailure(failure -> DsqlException.failureOf(failure) instanceof DsqlFailure.Conflict)
        .recoverWithUni(() -> again(attempt, waitedMillis));
  }

  private Uni<Run> again(int attempt, long waitedMillis) {
    if (attempt >= policy.maxAttempts()) {
      return Uni.createFrom().item(new Run(false, attempt));
    }
    long millis;
    synchronized (random) {
      millis = backoff.millis(policy, attempt, waitedMillis, random);
    }
    return millis == 0
        ? attempt(attempt + 1, millis)
        : Uni.createFrom()
            .voidItem()
            .onItem()
            .delayIt()
            .by(Duration.ofMillis(millis))
            .chain(() -> attempt(attempt + 1, millis));
  }

  private Uni<Void> takeOneCent(SqlConnection connection) {
    return connection
        .preparedQuery(READ)
        .execute(Tuple.of(account.value()))
        .map(rows -> rows.iterator().next())
        .chain(row -> connection.preparedQuery(WRITE).execute(lessOneCent(row)))
        .invoke(written -> {
          if (written.rowCount() != 1) {
            throw new IllegalStateException(
                "a row that was just read in the same snapshot was not found again");
          }
        })
        .replaceWithVoid();
  }

  private Tuple lessOneCent(Row row) {
    return Tuple.of(
        account.value(), row.getBigDecimal("balance").subtract(CENT), row.getLong("version"));
  }
}
