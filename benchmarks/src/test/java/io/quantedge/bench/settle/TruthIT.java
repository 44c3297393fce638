package io.quantedge.bench.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.bench.Market;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.dsql.LocalTruth;
import io.vertx.mutiny.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TruthIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int SLOTS = 6;

  @Test
  void aRunThatLostSlotsOrMoneyIsFoundOut() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (LocalDsql dsql = LocalDsql.start();
        LocalTruth store = LocalTruth.open(vertx, dsql, LocalTruth.ROLE, 2);
        Truth truth = new Truth(jdbc(dsql), dsql.username(), dsql.password())) {
      List<AuctionOutcome> outcomes = settled(store);
      assertThat(truth.violations("m", SLOTS)).isEmpty();
      assertThat(truth.committedAtNanos("m", 2)).hasSize(SLOTS - 2);
      assertThat(truth.violations("m", SLOTS + 1)).anyMatch(text -> text.contains("settled"));

      String slot = outcomes.getFirst().slot().slotId().value();
      change(
          dsql, "UPDATE financial_ledger SET amount = amount + 1 WHERE slot_id = '" + slot + "'");

      assertThat(truth.violations("m", SLOTS))
          .containsExactly(
              "postings do not sum to zero: 0 expected, 1 found",
              "balances differ from the sum of their entries: 0 expected, 1 found");
      change(dsql, "DELETE FROM settlements WHERE slot_id = '" + slot + "'");
      assertThat(truth.violations("m", SLOTS))
          .contains("slots have exactly one settlement: 6 expected, 5 found");
    } finally {
      vertx.closeAndAwait();
    }
  }

  private static List<AuctionOutcome> settled(LocalTruth store) {
    Market market = new Market("m", 3, new SplittableRandom(1));
    for (Account account : market.accounts()) {
      store.accounts().define(account).await().atMost(LIMIT);
    }
    List<AuctionOutcome> outcomes = market.next(SLOTS);
    store.store().settle(outcomes).await().atMost(LIMIT);
    return outcomes;
  }

  private static void change(LocalDsql dsql, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(jdbc(dsql), dsql.username(), dsql.password());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String jdbc(LocalDsql dsql) {
    return "jdbc:" + dsql.reactiveUrl();
  }
}
