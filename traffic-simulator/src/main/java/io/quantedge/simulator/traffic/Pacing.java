package io.quantedge.simulator.traffic;

import io.quantedge.simulator.traffic.TrafficPlan.Auction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Hands over each auction and bid when it is due by the plan, not so long after the one before: a
 * pause that took too long is made up for. Beyond a second bids are left out instead, so that an
 * exchange that was away is not flooded when it comes back. Used once, by one thread.
 */
final class Pacing {
  private static final Duration MOST_TO_MAKE_UP_FOR = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

  private final TrafficSpec spec;
  private final TrafficPlan plan;
  private final Instant zero;
  private final Traffic.Timing timing;
  private final BooleanSupplier stopping;
  private final long[] nextTurns;
  private long next;

  Pacing(
      TrafficSpec spec,
      TrafficPlan plan,
      Instant zero,
      Traffic.Timing timing,
      BooleanSupplier stopping) {
    this.spec = spec;
    this.plan = plan;
    this.zero = zero;
    this.timing = timing;
    this.stopping = stopping;
    this.nextTurns = new long[spec.slots()];
  }

  /** Returns at the end of the duration, or when it is stopped. */
  void drive(Senders senders, Auctions auctions, Tally tally) throws InterruptedException {
    while (!stopping.getAsBoolean()) {
      Duration elapsed = elapsed();
      openDue(elapsed, senders, auctions);
      leaveOutOverdue(elapsed, tally);
      sendDue(plan.dueBids(elapsed), senders, auctions, tally);
      if (elapsed.compareTo(spec.duration()) >= 0) {
        tally.leftOut(plan.total() - next);
        return;
      }
      pauseUntilDue();
    }
  }

  private Duration elapsed() {
    return Duration.between(zero, timing.clock().instant());
  }

  private void openDue(Duration elapsed, Senders senders, Auctions auctions) {
    for (int lane = 0; lane < nextTurns.length; lane++) {
      Auction auction = new Auction(lane, nextTurns[lane]);
      Duration begins = plan.begins(auction);
      if (begins.minus(TrafficPlan.LEAD).compareTo(elapsed) <= 0
          && begins.compareTo(spec.duration()) < 0) {
        nextTurns[lane]++;
        // After a long standstill its time may be over.
        Instant closesAt = zero.plus(plan.closes(auction));
        Instant now = timing.clock().instant();
        if (now.isBefore(closesAt)) {
          senders.open(plan.slot(auction), auctions.add(auction, closesAt, now));
        }
      }
    }
  }

  private void leaveOutOverdue(Duration elapsed, Tally tally) {
    Duration oldest = elapsed.minus(MOST_TO_MAKE_UP_FOR);
    if (!oldest.isNegative() && plan.due(next).compareTo(oldest) < 0) {
      long first = Math.max(next, plan.dueBids(oldest) - 1);
      tally.leftOut(first - next);
      next = first;
    }
  }

  private void sendDue(long due, Senders senders, Auctions auctions, Tally tally)
      throws InterruptedException {
    while (next < due && !stopping.getAsBoolean()) {
      Optional<Auctions.Entry> entry = auctions.find(plan.auctionOf(next));
      if (entry.isEmpty()) {
        tally.leftOut(1);
      } else if (!senders.offer(plan.bid(next), entry.get())) {
        return;
      }
      next++;
    }
  }

  private void pauseUntilDue() throws InterruptedException {
    Duration wait = plan.due(next).minus(elapsed());
    Duration bounded = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
    timing.pause().pause(bounded.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : bounded);
  }
}
