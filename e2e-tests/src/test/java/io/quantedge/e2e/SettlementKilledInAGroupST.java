package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.localstack.DsqlFaults;
import io.quantedge.localstack.stack.Service;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.localstack.stack.StackAddresses;
import io.quantedge.simulator.DemoRun;
import io.quantedge.simulator.DemoSpec;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.RunResult;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * G5, G6 and G9: settlement-service is killed with SIGKILL while it has SQL transactions open, with
 * rows written and COMMIT on its way; what the stores hold at the end is as if nothing had
 * happened.
 */
@ExtendWith(RunningExchange.class)
class SettlementKilledInAGroupST {
  private static final int SLOW_COMMIT_MILLIS = 1_500;

  @Test
  void nothingIsLostOrDoubled(Stack exchange) throws Exception {
    try (Assassin assassin = new Assassin(exchange)) {
      RunResult result =
          DemoRun.run(
              new DemoSpec(9, 2_000, 12),
              RunningExchange.addresses(exchange),
              assassin,
              exchange::residentMiB);

      System.out.println(result.table());
      assertThat(assassin.deed)
          .as("settlement-service died with this many SQL transactions open")
          .isCompletedWithValueMatching(open -> open > 0);
      assertThat(result.report().checks())
          .hasSizeGreaterThan(10)
          .allSatisfy(check -> assertThat(check.holds()).as(check.toString()).isTrue());
    }
    exchange.awaitReady(Service.SETTLEMENT.partName(), Duration.ofSeconds(60));
  }

  /** Makes commits slow when outcomes begin to flow, and strikes while some are under way. */
  private static final class Assassin implements RunListener, AutoCloseable {
    private final Stack exchange;
    private final DsqlFaults faults;
    private final CompletableFuture<Long> deed = new CompletableFuture<>();

    Assassin(Stack exchange) {
      this.exchange = exchange;
      this.faults = new DsqlFaults(exchange.addresses().dsqlAdmin());
    }

    @Override
    public void phase(String name, long total) {
      System.out.println(name + " (" + total + ")");
      if (name.equals("closing auctions")) {
        faults.latency(0, SLOW_COMMIT_MILLIS);
        Thread.ofVirtual().start(this::strike);
      }
    }

    private void strike() {
      try {
        await().atMost(Duration.ofSeconds(60)).until(() -> openTransactions() > 0);
        long open = openTransactions();
        exchange.kill(Service.SETTLEMENT.partName());
        faults.clear();
        deed.complete(open);
      } catch (RuntimeException e) {
        deed.completeExceptionally(e);
      }
    }

    /** Sessions of the settlement's role that have written and wait for their COMMIT. */
    private long openTransactions() {
      StackAddresses at = exchange.addresses();
      try (Connection connection =
              DriverManager.getConnection(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  SELECT count(*) FROM pg_stat_activity
                  WHERE state = 'idle in transaction' AND backend_xid IS NOT NULL\
                  """)) {
        rows.next();
        return rows.getLong(1);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void progress(long done) {}

    @Override
    public void note(String line) {
      System.out.println(line);
    }

    @Override
    public void close() {
      faults.clear();
      faults.close();
    }
  }
}
