package io.quantedge.dsql;

import io.quantedge.dsql.DsqlListener.Closing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The pools of all endpoints, and what happens between them when one is given up. Confined to the
 * event loop, but for the chooser.
 */
final class Endpoints {
  private final DsqlConfig config;
  private final Loop loop;
  private final Clock clock;
  private final DsqlListener listener;
  private final EndpointChooser chooser;
  private final List<SessionPool> pools;
  private final Prober prober;

  Endpoints(DsqlBuilder from) {
    this.config = from.config();
    this.loop = new Loop(from.vertx());
    this.clock = from.clock();
    this.listener = new SafeListener(from.listener());
    this.chooser =
        new EndpointChooser(
            config.endpoints(),
            new EndpointChooser.Settings(
                config.failuresToOpen(),
                config.healthyFor(),
                config.trialInterval(),
                config.attemptTimeout()),
            clock,
            listener);
    ConnectionLimiter limiter = new ConnectionLimiter(config.newConnectionsPerSecond(), clock);
    SessionPool.Shared shared =
        new SessionPool.Shared(
            new SessionPool.Limits(
                config.poolSize(), config.maxWaiting(), config.connectionTimeout()),
            limiter,
            new Lifetimes(
                config.connectionLifetime(), config.connectionLifetimeJitter(), from.random()),
            loop,
            clock);
    List<Connector> connectors =
        config.endpoints().stream().map(endpoint -> new Connector(endpoint, from, loop)).toList();
    this.pools =
        IntStream.range(0, connectors.size())
            .mapToObj(index -> new SessionPool(connectors.get(index), shared, new Observer(index)))
            .toList();
    this.prober = new Prober(connectors, chooser, limiter, loop, clock);
  }

  void start() {
    prober.start(config.probeInterval());
  }

  void close() {
    prober.stop();
    loop.run(() -> pools.forEach(SessionPool::close));
  }

  OptionalInt choose() {
    return chooser.choose();
  }

  EndpointChooser chooser() {
    return chooser;
  }

  SessionPool pool(int index) {
    return pools.get(index);
  }

  Conversation conversation(Session session) {
    return new Conversation(session, loop, config);
  }

  Instant now() {
    return clock.instant();
  }

  void onLoop(Runnable task) {
    loop.run(task);
  }

  String noneServes() {
    int last = chooser.inUse();
    return "every endpoint was given up, "
        + config.endpoints().get(last)
        + " at last: "
        + chooser.cause(last);
  }

  /** Tells the chooser, and if the endpoint was given up, moves on. */
  void failed(int index, FailedAttempt attempt) {
    if (chooser.failed(index, attempt)) {
      DsqlEndpoint given = config.endpoints().get(index);
      pools.get(index).giveUp("endpoint " + given + " was given up: " + attempt.detail());
      if (chooser.inUse() != index) {
        pools.get(chooser.inUse()).warm();
      }
    }
  }

  private final class Observer implements SessionPool.Observer {
    private final int index;

    Observer(int index) {
      this.index = index;
    }

    @Override
    public void opened(Instant begunAt, Instant readyAt) {
      chooser.connected(index);
      listener.connectionOpened(endpoint(), Duration.between(begunAt, readyAt));
    }

    @Override
    public void failed(Instant begunAt, Throwable failure) {
      listener.connectionFailed(endpoint(), Failures.of(failure, false).failure());
      if (Failures.blamesEndpoint(failure)) {
        Endpoints.this.failed(
            index,
            new FailedAttempt(
                begunAt,
                failure instanceof SilenceException,
                String.valueOf(failure.getMessage())));
      }
    }

    @Override
    public void closed(Closing reason, Duration age) {
      listener.connectionClosed(endpoint(), reason, age);
    }

    private DsqlEndpoint endpoint() {
      return config.endpoints().get(index);
    }
  }
}
