package io.quantedge.simulator.traffic;

import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.application.Backoff;
import io.quantedge.simulator.application.Exchange;
import io.quantedge.simulator.application.Pause;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.traffic.TrafficCounts.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Traffic against a running exchange: auctions that follow each other and close by the clock, and
 * bids at a steady rate. A bid that the exchange is too busy for is sent again with its id until
 * its auction closes; meanwhile it keeps its place among those under way, so that a slow exchange
 * gets fewer bids and no queue grows anywhere. {@link #run} is called once, by one thread; all else
 * is thread-safe.
 */
public final class Traffic {
  private static final Duration START_PATIENCE = Duration.ofSeconds(10);
  private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final TrafficSpec spec;
  private final Exchange exchange;
  private final Timing timing;
  private final int maxInFlight;
  private final Duration drainPatience;
  private final TrafficPlan plan;
  private final Tally tally = new Tally();
  private final Auctions auctions = new Auctions();
  private volatile State state = State.STARTING;
  private volatile boolean stopping;

  /** How time passes, and how long what failed waits. */
  public record Timing(Clock clock, Pause pause, Backoff backoff) {}

  /**
   * @param maxInFlight how many bids may be under way, 1 or more
   */
  public Traffic(TrafficSpec spec, Exchange exchange, Timing timing, int maxInFlight) {
    this(spec, exchange, timing, maxInFlight, DRAIN_PATIENCE);
  }

  /**
   * @param drainPatience how long answers are waited for after the last bid, in real time
   */
  Traffic(
      TrafficSpec spec, Exchange exchange, Timing timing, int maxInFlight, Duration drainPatience) {
    this.drainPatience = drainPatience;
    this.spec = spec;
    this.exchange = exchange;
    this.timing = timing;
    this.maxInFlight = maxInFlight;
    this.plan = new TrafficPlan(spec);
  }

  /** What has come of it so far. */
  public TrafficCounts counts() {
    State now = state;
    return tally.counts(now, auctions.closedBy(timing.clock().instant()));
  }

  /** No bid is sent from now on; auctions that are open close by their clock. */
  public void stop() {
    stopping = true;
  }

  /** Blocks until the duration is over or it is stopped, and the last auction has closed. */
  public void run() throws InterruptedException {
    try {
      if (openAccounts()) {
        trade();
      }
    } finally {
      state = State.ENDED;
    }
  }

  private void trade() throws InterruptedException {
    Asking asking = new Asking(timing, tally, () -> stopping);
    Instant zero = timing.clock().instant();
    Senders senders = new Senders(exchange, asking, tally, maxInFlight);
    try {
      state = State.RUNNING;
      new Pacing(spec, plan, zero, timing, () -> stopping).drive(senders, auctions, tally);
      state = State.STOPPING;
      senders.drain(drainPatience);
    } finally {
      senders.close();
    }
    awaitLastClose();
  }

  private void awaitLastClose() throws InterruptedException {
    Optional<Instant> last = auctions.lastClose();
    while (last.isPresent() && timing.clock().instant().isBefore(last.get())) {
      timing.pause().pause(LOOK);
    }
  }

  /** Without its accounts no auction can be settled, so without them there is no traffic. */
  private boolean openAccounts() throws InterruptedException {
    Asking asking = new Asking(timing, tally, () -> stopping);
    Instant deadline = timing.clock().instant().plus(START_PATIENCE);
    for (PlannedAccount account : plan.accounts()) {
      boolean ready =
          isDone(asking.ask(() -> exchange.open(account), deadline))
              && (account.funding().isEmpty()
                  || isDone(fund(asking, account, account.funding().get(), deadline)));
      if (!ready) {
        return false;
      }
    }
    return !stopping;
  }

  private Reply fund(Asking asking, PlannedAccount account, Money amount, Instant deadline)
      throws InterruptedException {
    UUID fundingId = UUID.nameUUIDFromBytes(account.accountId().getBytes(StandardCharsets.UTF_8));
    return asking.ask(() -> exchange.fund(account.accountId(), fundingId, amount), deadline);
  }

  private boolean isDone(Reply reply) {
    return switch (reply) {
      case Reply.Done _ -> true;
      case Reply.Acknowledged _ -> true;
      case Reply.Refused(var code, var detail) -> {
        tally.problem("an account could not be opened: " + code + ": " + detail);
        yield false;
      }
      case Reply.TryLater later -> {
        tally.problem("an account could not be opened: " + later.problem());
        yield false;
      }
    };
  }
}
