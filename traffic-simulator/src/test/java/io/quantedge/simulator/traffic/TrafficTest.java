package io.quantedge.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.simulator.application.Backoff;
import io.quantedge.simulator.application.Pause;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.testing.FakeTime;
import io.quantedge.simulator.traffic.TrafficCounts.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrafficTest {
  private static final int PLENTY = 10_000;

  /** Longer than any machine needs. */
  private static final Duration REAL_PATIENCE = Duration.ofSeconds(60);

  private final FakeTime time = new FakeTime();
  private final RecordingExchange exchange = new RecordingExchange();

  private Traffic traffic(int rate, Duration duration, long seed, int maxInFlight, Pause pause) {
    TrafficSpec spec =
        new TrafficSpec(
            TrafficProfile.US_HEAVY, rate, 6, 50, duration, new TrafficSpec.Identity("run1", seed));
    Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), bound -> bound / 2);
    Traffic.Timing timing = new Traffic.Timing(time, pause, backoff);
    return new Traffic(spec, exchange, timing, maxInFlight, REAL_PATIENCE);
  }

  private Traffic traffic(int rate, int seconds) {
    return traffic(rate, Duration.ofSeconds(seconds), 7, PLENTY, time);
  }

  @Test
  void sendsAtItsRateForItsDurationAndEveryAuctionCloses() throws Exception {
    Instant start = time.instant();
    Traffic traffic = traffic(137, 20);

    traffic.run();

    TrafficCounts counts = traffic.counts();
    assertThat(counts.state()).isEqualTo(State.ENDED);
    assertThat(counts.bidsSent()).isEqualTo(137 * 20);
    assertThat(counts.bidsAcknowledged()).isEqualTo(137 * 20);
    assertThat(counts.bidsLeftOut()).isZero();
    assertThat(counts.nothingLost()).isTrue();
    assertThat(counts.lastProblem()).isEmpty();
    assertThat(counts.slotsOpened()).isEqualTo(exchange.slots().size()).isBetween(20L, 30L);
    assertThat(counts.slotsClosed()).isEqualTo(counts.slotsOpened());
    assertThat(Duration.between(start, time.instant()).toSeconds()).isBetween(20L, 27L);
    assertThat(exchange.accounts()).hasSize(15).doesNotHaveDuplicates();
  }

  @Test
  void pausesThatTakeTooLongDoNotSlowItDown() throws Exception {
    Pause oversleeping = pause -> time.pause(pause.plusMillis(37));
    Traffic traffic = traffic(100, Duration.ofSeconds(20), 7, PLENTY, oversleeping);

    traffic.run();

    assertThat(traffic.counts().bidsSent()).isEqualTo(2_000);
  }

  @Test
  void theSameSeedSendsTheSameBidsAndAnotherSeedOthers() throws Exception {
    List<PlannedBid> first = bidsOf(11);
    List<PlannedBid> again = bidsOf(11);
    List<PlannedBid> other = bidsOf(12);

    assertThat(first).hasSize(500).isEqualTo(again);
    assertThat(other).hasSize(500).doesNotContainAnyElementsOf(first);
  }

  private static List<PlannedBid> bidsOf(long seed) throws InterruptedException {
    TrafficTest fresh = new TrafficTest();
    fresh.traffic(50, Duration.ofSeconds(10), seed, PLENTY, fresh.time).run();
    return fresh.exchange.placed();
  }

  @Test
  void whatTheExchangeIsTooBusyForIsSentAgainWithItsId() throws Exception {
    exchange.placing((_, attempt) ->
        attempt <= 2
            ? new Reply.TryLater("429 ACCOUNT_RATE_EXCEEDED", Duration.ZERO)
            : RecordingExchange.acknowledged());
    Traffic traffic = traffic(20, 4);

    traffic.run();

    TrafficCounts counts = traffic.counts();
    assertThat(counts.bidsSent()).isEqualTo(80);
    assertThat(counts.bidsAcknowledged() + counts.bidsUnanswered()).isEqualTo(80);
    assertThat(counts.requestsPutOff()).isBetween(150L, 160L);
    assertThat(counts.lastProblem()).hasValue("429 ACCOUNT_RATE_EXCEEDED");
  }

  @Test
  void refusalsAreFinalAndCountedByTheirCode() throws Exception {
    exchange.placing((bid, _) ->
        bid.region().equals("sa-east-1")
            ? new Reply.Refused("UNKNOWN_REGION", "no such region")
            : RecordingExchange.acknowledged());
    Traffic traffic = traffic(100, 5);

    traffic.run();

    TrafficCounts counts = traffic.counts();
    assertThat(counts.bidsRefused()).isPositive();
    assertThat(counts.refusedByCode()).containsOnlyKeys("UNKNOWN_REGION");
    assertThat(counts.nothingLost()).isTrue();
    assertThat(counts.lastProblem()).hasValue("a bid was refused: UNKNOWN_REGION: no such region");
  }

  @Test
  void stopsAtOnce() throws Exception {
    Traffic traffic = traffic(100, 3_600);
    AtomicInteger seen = new AtomicInteger();
    exchange.placing((_, _) -> {
      if (seen.incrementAndGet() == 250) {
        traffic.stop();
      }
      return RecordingExchange.acknowledged();
    });

    traffic.run();

    assertThat(traffic.counts().state()).isEqualTo(State.ENDED);
    assertThat(traffic.counts().bidsSent()).isLessThan(PLENTY);
    assertThat(traffic.counts().nothingLost()).isTrue();
    assertThat(traffic.counts().slotsClosed()).isEqualTo(traffic.counts().slotsOpened());
  }

  @Test
  void anExchangeThatIsAwayEndsItWithAReasonAndWithoutABid() throws Exception {
    exchange.opening(new Reply.TryLater("PUT http://127.0.0.1:1: refused", Duration.ZERO));
    Traffic traffic = traffic(100, 60);

    traffic.run();

    TrafficCounts counts = traffic.counts();
    assertThat(counts.state()).isEqualTo(State.ENDED);
    assertThat(counts.bidsSent()).isZero();
    assertThat(counts.lastProblem())
        .hasValueSatisfying(problem -> assertThat(problem).contains("account", "refused"));
    assertThat(counts.requestsPutOff()).isGreaterThan(10);
  }

  @Test
  void anExchangeThatHangsGetsNoMoreThanMayBeUnderWayAndTheRestIsLeftOut() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    exchange.placing((_, _) -> {
      released.await();
      return RecordingExchange.acknowledged();
    });
    Instant nearEnd = time.instant().plusMillis(2_900);
    Pause longPauses =
        pause -> {
          time.pause(Duration.ofMillis(250));
          if (time.instant().isAfter(nearEnd)) {
            released.countDown();
          }
        };
    Traffic traffic = traffic(1_000, Duration.ofSeconds(3), 7, 8, longPauses);

    traffic.run();

    TrafficCounts counts = traffic.counts();
    assertThat(exchange.mostUnderWay()).isLessThanOrEqualTo(8);
    assertThat(counts.bidsSent() + counts.bidsLeftOut()).isEqualTo(3_000);
    assertThat(counts.bidsLeftOut()).isGreaterThan(1_000);
    assertThat(counts.nothingLost()).isTrue();
  }

  @Test
  void anInterruptEndsItAndWhatWasUnderWayIsUnanswered() {
    Thread runner = Thread.currentThread();
    exchange.placing((_, _) -> {
      runner.interrupt();
      new CountDownLatch(1).await();
      return RecordingExchange.acknowledged();
    });
    Pause interruptible =
        pause -> {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          time.pause(pause);
        };
    Traffic traffic = traffic(10, Duration.ofSeconds(60), 7, 4, interruptible);

    assertThatThrownBy(traffic::run).isInstanceOf(InterruptedException.class);

    assertThat(traffic.counts().state()).isEqualTo(State.ENDED);
    assertThat(traffic.counts().bidsUnanswered()).isEqualTo(traffic.counts().bidsSent());
    assertThat(traffic.counts().nothingLost()).isFalse();
  }
}
