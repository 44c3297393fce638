package io.quantedge.simulator.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.domain.check.Check;
import io.quantedge.simulator.domain.scenario.DemoScenario;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.RecordedBid;
import io.quantedge.simulator.domain.scenario.ReplayScenario;
import io.quantedge.simulator.domain.scenario.Scenario;
import io.quantedge.simulator.testing.Corruption;
import io.quantedge.simulator.testing.FakeTime;
import io.quantedge.simulator.testing.InMemoryExchange;
import io.quantedge.simulator.testing.RecordingListener;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private final RecordingListener listener = new RecordingListener();

  @Test
  void anHonestExchangePassesTheDemo() throws Exception {
    for (long seed : new long[] {1, 7, 42, -3}) {
      FakeTime time = new FakeTime();
      InMemoryExchange exchange = new InMemoryExchange(time, Corruption.NONE);

      RunReport report = run(demo(seed), exchange, time);

      assertThat(failed(report)).as("seed %d", seed).isEmpty();
      assertThat(report.checks()).hasSizeGreaterThanOrEqualTo(18);
      assertThat(report.bids().sent()).isEqualTo(1_000);
      assertThat(report.auctions()).hasSize(20);
      assertThat(report.auctions().getFirst().clearingPrice()).isEqualTo("5.4000");
      assertThat(report.auctions().get(1).state()).isEqualTo("UNSOLD");
      assertThat(report.auctions().get(1).winner()).isNull();
      assertThat(exchange.published()).containsExactly(report);
    }
    assertThat(listener.wentBack()).isFalse();
    assertThat(listener.phases()).contains("sending bids", "settling auctions");
  }

  @Test
  void anHonestExchangePassesAReplay() throws Exception {
    FakeTime time = new FakeTime();
    List<RecordedBid> recorded =
        List.of(
            recorded("a", "10", "0.1", "ann", 12),
            recorded("a", "12", "0.3", "bob", 12),
            recorded("b", "4", "0.2", "bob", 7),
            recorded("b", "7", "0.4", "ann", 7));

    RunReport report =
        run(
            ReplayScenario.plan("r1", 5, recorded),
            new InMemoryExchange(time, Corruption.NONE),
            time);

    assertThat(failed(report)).isEmpty();
    assertThat(report.bids().refused()).containsEntry("BELOW_FLOOR", 1L);
    assertThat(report.auctions())
        .extracting(RunReport.Auction::winner)
        .containsExactly("bob", "ann");
    assertThat(report.checks())
        .filteredOn(check -> check.name().equals("all auctions won at their final_price"))
        .singleElement()
        .returns("2", Check::expected);
  }

  @Test
  void aReplayThatIsNotWonAtItsFinalPriceFails() throws Exception {
    FakeTime time = new FakeTime();

    RunReport report =
        run(
            ReplayScenario.plan("r1", 5, List.of(recorded("a", "10", "0.1", "ann", 11))),
            new InMemoryExchange(time, Corruption.NONE),
            time);

    assertThat(failed(report)).containsExactly("all auctions won at their final_price");
    assertThat(report.allHold()).isFalse();
  }

  @Test
  void aBidWhoseFirstTryWasDurableButUnansweredIsCountedOnce() throws Exception {
    FakeTime time = new FakeTime();
    Set<PlannedBid> lost = ConcurrentHashMap.newKeySet();
    Corruption losesEveryFirstAnswer =
        new Corruption() {
          @Override
          public Reply answer(PlannedBid bid, Reply honest) {
            return lost.add(bid) ? new Reply.TryLater("lost", Duration.ZERO) : honest;
          }
        };

    RunReport report = run(demo(11), new InMemoryExchange(time, losesEveryFirstAnswer), time);

    assertThat(failed(report)).isEmpty();
    assertThat(listener.notes()).anyMatch(note -> note.contains("sent again"));
  }

  @Test
  void aBidThatIsNeverAnsweredFailsItsCheckAndNotTheRun() throws Exception {
    FakeTime time = new FakeTime();
    Corruption deafToOne =
        new Corruption() {
          @Override
          public Reply answer(PlannedBid bid, Reply honest) {
            return bid.amountUnits() == 54_000
                ? new Reply.TryLater("no route", Duration.ZERO)
                : honest;
          }
        };

    RunReport report = run(demo(11), new InMemoryExchange(time, deafToOne), time);

    assertThat(failed(report)).contains("every bid was answered");
  }

  @Test
  void slotsThatNeverBecomeFinalFailTheRunAndAreNamed() {
    FakeTime time = new FakeTime();
    InMemoryExchange exchange = new InMemoryExchange(time, Corruption.NONE);
    Exchange neverCloses =
        new Exchange() {
          @Override
          public Reply open(PlannedAccount account) {
            return exchange.open(account);
          }

          @Override
          public Reply fund(String id, UUID fundingId, Money amount) {
            return exchange.fund(id, fundingId, amount);
          }

          @Override
          public Reply open(PlannedSlot slot, Instant closesAt) {
            return exchange.open(slot, closesAt);
          }

          @Override
          public Reply place(PlannedBid bid) {
            return exchange.place(bid);
          }

          @Override
          public Reply close(SlotId slotId) {
            return slotId.value().endsWith("-four-regions")
                ? new Reply.Done()
                : exchange.close(slotId);
          }
        };

    assertThatThrownBy(() -> run(demo(3), neverCloses, exchange, time))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("1 of 20 auctions")
        .hasMessageContaining("demo-run1-four-regions");
  }

  private static RecordedBid recorded(
      String auction, String amount, String days, String bidder, long finalPrice) {
    return new RecordedBid(
        2,
        auction,
        new BigDecimal(amount).movePointRight(4).longValueExact(),
        new BigDecimal(days),
        bidder,
        50_000,
        OptionalLong.of(finalPrice * 10_000),
        "");
  }

  private static Scenario demo(long seed) {
    return DemoScenario.plan("run1", seed, 1_000, 20);
  }

  private RunReport run(Scenario scenario, InMemoryExchange exchange, FakeTime time)
      throws Exception {
    return run(scenario, exchange, exchange, time);
  }

  private RunReport run(
      Scenario scenario, Exchange requests, InMemoryExchange exchange, FakeTime time)
      throws Exception {
    return TestRuns.run(scenario, requests, exchange, time, listener);
  }

  private static List<String> failed(RunReport report) {
    return TestRuns.failed(report);
  }
}
