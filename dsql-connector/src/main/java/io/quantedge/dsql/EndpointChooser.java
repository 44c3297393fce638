package io.quantedge.dsql;

import io.quantedge.dsql.EndpointStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Decides which endpoint an attempt uses. The choice is sticky: the endpoint in use stays in use
 * until its breaker opens, and a preferred one comes back only after it was healthy for a while.
 * When every breaker is open, one attempt at a time is let through to the endpoint whose last
 * failure is the oldest; the others fail at once. It knows no network: what it is told and an
 * injected clock are all it goes by. Endpoints are numbered in their configured order. Thread-safe.
 */
final class EndpointChooser {
  private final Settings settings;
  private final Clock clock;
  private final List<Breaker> breakers;
  private final FailoverLog log;
  private int inUse;
  private Instant nextTrialAt = Instant.MIN;

  /**
   * @param failuresToOpen lost or refused connections in a row that open a breaker
   * @param healthyFor how long probes must succeed before an endpoint is used again
   * @param trialInterval pause between attempts while every breaker is open
   * @param trialTimeout after which an attempt that told nothing stops holding up the next
   */
  record Settings(
      int failuresToOpen, Duration healthyFor, Duration trialInterval, Duration trialTimeout) {}

  EndpointChooser(
      List<DsqlEndpoint> endpoints, Settings settings, Clock clock, DsqlListener listener) {
    this.settings = settings;
    this.clock = clock;
    Instant now = clock.instant();
    this.breakers = endpoints.stream().map(endpoint -> new Breaker(endpoint, now)).toList();
    this.log = new FailoverLog(listener);
  }

  /** The endpoint for an attempt that begins now; empty if none may be tried. */
  synchronized OptionalInt choose() {
    if (breakers.get(inUse).isClosed()) {
      return OptionalInt.of(inUse);
    }
    OptionalInt other = standIn();
    if (other.isPresent()) {
      inUse = other.getAsInt();
      return other;
    }
    Instant now = clock.instant();
    if (now.isBefore(nextTrialAt)) {
      return OptionalInt.empty();
    }
    nextTrialAt = now.plus(settings.trialTimeout());
    inUse = leastRecentlyFailed();
    return OptionalInt.of(inUse);
  }

  /** An attempt got a connection. */
  synchronized void connected(int index) {
    if (index == inUse) {
      log.connected(breakers.get(index).endpoint(), clock.instant());
    }
  }

  /**
   * The endpoint answered an attempt, be it with an error of SQL.
   *
   * @param begunAt when the attempt began
   * @param committed whether a SQL transaction was committed
   */
  synchronized void served(int index, Instant begunAt, boolean committed) {
    Instant now = clock.instant();
    Breaker breaker = breakers.get(index);
    if (breaker.isClosed()) {
      breaker.served();
    } else if (index == inUse && !begunAt.isBefore(breaker.since())) {
      breaker.close(now);
    }
    if (committed && index == inUse) {
      log.committed(begunAt, now);
    }
    trialEnded(now);
  }

  /** An attempt ended without saying anything of its endpoint. */
  synchronized void ended() {
    trialEnded(clock.instant());
  }

  /**
   * An attempt failed because of its endpoint.
   *
   * @return whether the endpoint was given up by it
   */
  synchronized boolean failed(int index, FailedAttempt attempt) {
    Instant now = clock.instant();
    Breaker breaker = breakers.get(index);
    boolean opened = breaker.failed(attempt, now, settings.failuresToOpen());
    if (opened && index == inUse) {
      log.opened(breaker, now);
      standIn().ifPresent(other -> inUse = other);
    }
    trialEnded(now);
    return opened;
  }

  /** The endpoints whose breakers are not closed. */
  synchronized List<Integer> toProbe() {
    return IntStream.range(0, breakers.size())
        .filter(index -> !breakers.get(index).isClosed())
        .boxed()
        .toList();
  }

  /** A probe of the endpoint succeeded. */
  synchronized void probeSucceeded(int index) {
    Instant now = clock.instant();
    Breaker breaker = breakers.get(index);
    if (breaker.isClosed() || !breaker.probed(now, settings.healthyFor())) {
      return;
    }
    if (index < inUse) {
      inUse = index;
      log.failedBack(now);
    }
  }

  /** A probe of the endpoint failed. */
  synchronized void probeFailed(int index, FailedAttempt probe) {
    Breaker breaker = breakers.get(index);
    if (!breaker.isClosed()) {
      breaker.failed(probe, clock.instant(), settings.failuresToOpen());
    }
  }

  synchronized int inUse() {
    return inUse;
  }

  /** What the endpoint said last when it failed. */
  synchronized String cause(int index) {
    return breakers.get(index).cause();
  }

  synchronized List<EndpointStatus> endpoints() {
    return IntStream.range(0, breakers.size())
        .mapToObj(index -> {
          Breaker breaker = breakers.get(index);
          return new EndpointStatus(
              breaker.endpoint(), breaker.state(), breaker.since(), index == inUse);
        })
        .toList();
  }

  synchronized List<Failover> failovers() {
    return log.all();
  }

  /** With the endpoint in use given up: one that serves, else one that answers probes. */
  private OptionalInt standIn() {
    return first(Breaker::isClosed)
        .or(() -> first(breaker -> breaker.state() == State.HALF_OPEN))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private Optional<Integer> first(Predicate<Breaker> wanted) {
    return IntStream.range(0, breakers.size())
        .filter(index -> wanted.test(breakers.get(index)))
        .boxed()
        .findFirst();
  }

  private int leastRecentlyFailed() {
    return IntStream.range(0, breakers.size())
        .boxed()
        .min(Comparator.comparing(index -> breakers.get(index).lastFailureAt()))
        .orElse(inUse);
  }

  private void trialEnded(Instant now) {
    Instant next = now.plus(settings.trialInterval());
    if (next.isBefore(nextTrialAt)) {
      nextTrialAt = next;
    }
  }
}
