package io.quantedge.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
  private final ManualClock clock = new ManualClock();
  private final TelemetryState state = States.empty(clock);
  private final Rebuild rebuild = new Rebuild(clock);
  private final LiveFeed feed =
      new LiveFeed(
          state,
          rebuild,
          new States.NoSink(),
          new LiveFeed.Settings(Duration.ofSeconds(1), Duration.ofSeconds(10), 2),
          clock);
  private final List<TrafficStats> traffic =
      new RandomExchange(7, clock.instant()).slot("slot-1").traffic();

  @Test
  void aWatcherGetsTheNewestFrameAtOnceAndThenTheChangesWithIncreasingIds() {
    feed.tick();
    state.apply(traffic.getFirst());
    feed.tick();

    AssertSubscriber<LiveFrame> watcher = watch();
    watcher.awaitItems(1);
    state.apply(traffic.getLast());
    feed.tick();

    watcher.awaitItems(2);
    assertThat(watcher.getItems())
        .extracting(frame -> frame.overview().bids().received())
        .containsExactly(
            traffic.getFirst().total().received(), traffic.getLast().total().received());
    assertThat(watcher.getItems().get(1).id()).isGreaterThan(watcher.getItems().getFirst().id());
  }

  @Test
  void nothingIsSentWhileNothingChanges() {
    feed.tick();
    AssertSubscriber<LiveFrame> watcher = watch();
    watcher.awaitItems(1);

    feed.tick();
    feed.tick();

    assertThat(watcher.getItems()).hasSize(1);
  }

  @Test
  void theEndOfTheRebuildIsAChange() {
    feed.tick();
    AssertSubscriber<LiveFrame> watcher = watch();

    rebuild.progressed(0);
    feed.tick();

    watcher.awaitItems(2);
    assertThat(watcher.getItems()).extracting(LiveFrame::rebuilt).containsExactly(false, true);
  }

  @Test
  void whatWasReadBeforeTheRebuildEndedIsNoTrafficOfNow() {
    traffic.forEach(state::apply);
    feed.tick();
    rebuild.progressed(0);
    for (int second = 0; second < 5; second++) {
      clock.advance(Duration.ofSeconds(1));
      feed.tick();
    }

    assertThat(state.overview().rate().bidsPerSecond()).isEqualTo(0.0);
    assertThat(state.overview().bids().received()).isPositive();
  }

  @Test
  void aSlowWatcherMissesFramesAndThenGetsTheNewest() {
    AssertSubscriber<LiveFrame> slow =
        feed.watch().orElseThrow().subscribe().withSubscriber(AssertSubscriber.create(0));
    traffic.forEach(stats -> {
      state.apply(stats);
      feed.tick();
    });

    slow.request(1_000);

    assertThat(slow.getItems()).isNotEmpty();
    assertThat(slow.getItems().getLast().overview().bids().received())
        .isEqualTo(traffic.getLast().total().received());
    slow.assertNotTerminated();
  }

  @Test
  void placesAreLimitedAndGivenBack() {
    AssertSubscriber<LiveFrame> first = watch();
    watch();
    assertThat(feed.watch()).isEmpty();

    first.cancel();

    assertThat(feed.watch()).isPresent();
  }

  @Test
  void idsGoOnIncreasingInALaterProcess() {
    feed.tick();
    long id = watch().awaitItems(1).getItems().getFirst().id();
    clock.advance(Duration.ofSeconds(2));
    LiveFeed later =
        new LiveFeed(
            state,
            rebuild,
            new States.NoSink(),
            new LiveFeed.Settings(Duration.ofSeconds(1), Duration.ofSeconds(10), 2),
            clock);
    later.tick();

    AssertSubscriber<LiveFrame> watcher =
        later.watch().orElseThrow().subscribe().withSubscriber(AssertSubscriber.create(10));

    assertThat(watcher.awaitItems(1).getItems().getFirst().id()).isGreaterThan(id);
  }

  private AssertSubscriber<LiveFrame> watch() {
    return feed.watch().orElseThrow().subscribe().withSubscriber(AssertSubscriber.create(1_000));
  }

  private static final class ManualClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
