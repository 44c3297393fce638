package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.localstack.stack.Service;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.simulator.DemoRun;
import io.quantedge.simulator.DemoSpec;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.RunResult;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What telemetry says equals what the log and the truth store hold, although it was killed while
 * bids flowed. Compared are totals since the exchange began, whatever else was traded on it.
 */
@ExtendWith(RunningExchange.class)
class TelemetryTotalsST {
  private static final int BIDS = 50_000;
  private static final int SLOTS = 100;

  @Test
  void totalsAreThoseOfTheStoresAfterADemoInWhichTelemetryDied(Stack exchange) throws Exception {
    // when fifty thousand bids are sent, and telemetry is killed in the middle
    KillsOnce kills = new KillsOnce(exchange, BIDS / 2);
    RunResult result =
        DemoRun.run(
            new DemoSpec(11, BIDS, SLOTS),
            RunningExchange.addresses(exchange),
            kills,
            exchange::residentMiB);

    // then every check of the demo holds, those that ask telemetry included
    System.out.println(result.table());
    assertThat(kills.hasKilled()).isTrue();
    assertThat(result.allHold()).isTrue();
    exchange.awaitReady(Service.TELEMETRY.partName(), Duration.ofSeconds(60));

    // and the totals are those of the stores
    JsonAnswers telemetry = new JsonAnswers(exchange.addresses().telemetry());
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          assertBidsAreThoseOfTheLog(exchange, telemetry.get("/v1/overview"));
          assertSettlementsAreThoseOfTheStore(exchange, telemetry.get("/v1/overview"));
          assertConflictsAreThoseOfTheArchive(exchange, telemetry.get("/v1/conflicts"));
        });
    assertThat(telemetry.get("/v1/overview").at("/coverage/exact").asBoolean()).isTrue();
  }

  private static void assertBidsAreThoseOfTheLog(Stack exchange, JsonNode overview) {
    long inTheLog =
        new Topics(exchange.addresses().kafkaBootstrap())
            .auctionEvents().values().stream()
                .filter(AuctionEvent.BidPlaced.class::isInstance)
                .count();
    JsonNode bids = overview.path("bids");
    long rejected = 0;
    for (JsonNode count : bids.path("rejected")) {
      rejected += count.longValue();
    }

    assertThat(bids.path("received").longValue() + bids.path("late").longValue())
        .as("bids received and late")
        .isEqualTo(inTheLog);
    assertThat(bids.path("received").longValue())
        .isEqualTo(
            bids.path("counted").longValue() + bids.path("duplicate").longValue() + rejected);
  }

  private static void assertSettlementsAreThoseOfTheStore(Stack exchange, JsonNode overview)
      throws Exception {
    StoresSeen truth = new StoresSeen(exchange.addresses());
    for (String state : new String[] {"settled", "rejected", "unsold"}) {
      assertThat(overview.path("settlements").path(state).longValue())
          .as("slots %s", state)
          .isEqualTo(
              truth.count("SELECT count(*) FROM ad_slots WHERE state = upper('" + state + "')"));
    }
    assertThat(overview.path("settlements").path("waiting").longValue()).isZero();
    assertThat(overview.path("outcomes").path("awarded").longValue())
        .isEqualTo(truth.count("SELECT count(*) FROM ad_slots WHERE state <> 'UNSOLD'"));
    overview
        .at("/money/byCurrency")
        .properties()
        .forEach(entry -> {
          for (String amount : new String[] {"price", "fee", "net"}) {
            assertThat(new BigDecimal(entry.getValue().path(amount).asText()))
                .as("%s in %s", amount, entry.getKey())
                .isEqualByComparingTo(sumOf(truth, amount, entry.getKey()));
          }
        });
  }

  private static BigDecimal sumOf(StoresSeen truth, String amount, String currency) {
    try {
      return truth.number(
          "SELECT sum(%s) FROM settlements WHERE currency = '%s'".formatted(amount, currency));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertConflictsAreThoseOfTheArchive(Stack exchange, JsonNode conflicts)
      throws Exception {
    StoresSeen truth = new StoresSeen(exchange.addresses());

    assertThat(conflicts.path("conflicts").longValue())
        .as("conflicted operations")
        .isPositive()
        .isEqualTo(
            truth.count(
                "SELECT count(DISTINCT operation_id) FROM conflict_events WHERE cause = 'CONFLICT'"));
    assertThat(conflicts.path("failedAttempts").longValue())
        .as("failed attempts")
        .isEqualTo(
            truth.count("SELECT count(*) FROM conflict_events WHERE type = 'ATTEMPT_FAILED'"));
  }

  /** Kills telemetry when so many bids are sent. */
  private static final class KillsOnce implements RunListener {
    private final Stack exchange;
    private final int afterBids;
    private final AtomicBoolean killed = new AtomicBoolean();
    private volatile boolean sending;

    KillsOnce(Stack exchange, int afterBids) {
      this.exchange = exchange;
      this.afterBids = afterBids;
    }

    boolean hasKilled() {
      return killed.get();
    }

    @Override
    public void phase(String name, long total) {
      System.out.println(name + " (" + total + ")");
      sending = name.equals("sending bids");
    }

    @Override
    public void progress(long done) {
      if (sending && done >= afterBids && killed.compareAndSet(false, true)) {
        exchange.kill(Service.TELEMETRY.partName());
      }
    }

    @Override
    public void note(String line) {
      System.out.println(line);
    }
  }
}
