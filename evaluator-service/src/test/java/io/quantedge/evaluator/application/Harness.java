package io.quantedge.evaluator.application;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.evaluator.application.EvaluatorSettings.Retention;
import io.quantedge.evaluator.application.EvaluatorSettings.SnapshotRules;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.evaluator.domain.FoldEffect;
import io.quantedge.evaluator.domain.LogRange;
import io.quantedge.evaluator.domain.SavedSlots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An evaluator with one partition, a clock that the test moves, and sends that it answers. */
final class Harness {
  static final int PARTITION = 4;
  static final Duration LIMIT = Duration.ofMillis(100);

  /** An open slot is saved when it holds back more than 10 records, or a minute. */
  static final EvaluatorSettings SETTINGS = settings(1_000, 10);

  final FakeOutbound outbound = new FakeOutbound();
  final Watcher watcher = new Watcher();
  final SlotViews views = new SlotViews();
  final TestClock clock = new TestClock();
  final Evaluator evaluator;
  long offset;

  Harness() {
    this(SETTINGS);
  }

  Harness(EvaluatorSettings settings) {
    evaluator = new Evaluator(outbound, watcher, views, clock, settings);
  }

  static EvaluatorSettings settings(long maxRememberedBids, long snapshotRecords) {
    return new EvaluatorSettings(
        Auctions.RULES,
        Duration.ofSeconds(1),
        Duration.ofMillis(500),
        2,
        3,
        maxRememberedBids,
        new SnapshotRules(snapshotRecords, Duration.ofMinutes(1)),
        new Retention(Duration.ofMinutes(10), Duration.ofHours(192)));
  }

  void assignEmpty() {
    assign(0, 0);
  }

  /** Takes the partition over with what was saved before; returns where reading begins. */
  long assign(long committed, long end, SlotState... states) {
    SavedSlots saved = new SavedSlots(Instant.EPOCH);
    for (SlotState state : states) {
      saved.add(state, clock.now);
    }
    return evaluator.assign(PARTITION, saved, new LogRange(0, committed, end));
  }

  void apply(AuctionEvent event) {
    evaluator.apply(PARTITION, offset, event);
    offset++;
    evaluator.advance(PARTITION, offset);
  }

  void bids(SlotDefinition slot, int from, int to) {
    for (int i = from; i < to; i++) {
      apply(Auctions.placed(Auctions.bid(slot, i, "account-" + i % 7, 20_000 + i)));
    }
  }

  /** Works and answers everything that is sent until nothing more is. */
  void settle() {
    for (int sent = -1; sent != sentCount(); ) {
      sent = sentCount();
      evaluator.work();
      outbound.outcomes.forEach(FakeOutbound.Sent::acknowledge);
      outbound.states.forEach(FakeOutbound.Sent::acknowledge);
      outbound.erased.forEach(FakeOutbound.Sent::acknowledge);
      evaluator.work();
    }
  }

  long committable() {
    return evaluator.committableOffsets().getOrDefault(PARTITION, -1L);
  }

  private int sentCount() {
    return outbound.outcomes.size() + outbound.states.size() + outbound.erased.size();
  }

  static final class TestClock extends Clock {
    Instant now = Auctions.OPENS;

    void pass(long millis) {
      now = now.plusMillis(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  static final class Watcher implements EvaluationObserver {
    final List<AuctionOutcome> announced = new ArrayList<>();
    int failedSends;
    int snapshots;

    @Override
    public void folded(FoldEffect effect) {}

    @Override
    public void undecodable() {}

    @Override
    public void sendFailed() {
      failedSends++;
    }

    @Override
    public void announced(AuctionOutcome outcome, Duration sinceClose) {
      announced.add(outcome);
    }

    @Override
    public void snapshotTaken() {
      snapshots++;
    }

    @Override
    public void loopRestarted() {}

    @Override
    public void measured(Load load) {}
  }
}
