package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks the endpoints that were given up, in the background and on connections of its own, whether
 * they serve again. Confined to the event loop, but for start and stop.
 */
final class Prober {
  private final List<Connector> connectors;
  private final EndpointChooser chooser;
  private final ConnectionLimiter limiter;
  private final Loop loop;
  private final Clock clock;
  private final Set<Integer> underWay = new HashSet<>();
  private volatile @Nullable Future<?> timer;

  Prober(
      List<Connector> connectors,
      EndpointChooser chooser,
      ConnectionLimiter limiter,
      Loop loop,
      Clock clock) {
    this.connectors = connectors;
    this.chooser = chooser;
    this.limiter = limiter;
    this.loop = loop;
    this.clock = clock;
  }

  void start(Duration interval) {
    timer = loop.every(interval, () -> chooser.toProbe().forEach(index -> probe(index, interval)));
  }

  void stop() {
    Future<?> running = timer;
    if (running != null) {
      running.cancel(false);
    }
  }

  private void probe(int index, Duration interval) {
    if (underWay.contains(index) || !limiter.take().isZero()) {
      return;
    }
    underWay.add(index);
    Instant begunAt = clock.instant();
    connectors
        .get(index)
        .open()
        .chain(client -> ask(client, interval))
        .emitOn(loop::run)
        .subscribe()
        .with(
            _ -> {
              underWay.remove(index);
              chooser.probeSucceeded(index);
            },
            failure -> {
              underWay.remove(index);
              chooser.probeFailed(
                  index, new FailedAttempt(begunAt, true, String.valueOf(failure.getMessage())));
            });
  }

  private Uni<Void> ask(SqlConnection client, Duration limit) {
    Session session = new Session(client, clock.instant());
    client.exceptionHandler(_ -> {});
    return loop.within(
            session.connection().query("SELECT 1").execute().replaceWithVoid(),
            limit,
            () -> new SilenceException("a probe", limit))
        .onTermination()
        .invoke(session::cut);
  }
}
