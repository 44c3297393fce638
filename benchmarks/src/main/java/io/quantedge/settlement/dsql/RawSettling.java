package io.quantedge.settlement.dsql;

import io.quantedge.settlement.dsql.Script.Line;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Plays scripts on plain connections as fast as they are answered: what the store and its client
 * can do with the service's statements when there is no service. The frame around each script is
 * the connector's. Thread-safe.
 */
public final class RawSettling implements AutoCloseable {
  private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ";
  private static final String WITNESS = "SELECT 1";
  private static final String COMMIT = "COMMIT";

  private final Vertx vertx = Vertx.vertx();
  private final List<PgConnection> connections;

  /**
   * @param count how many connections, 1 or more
   */
  public RawSettling(PgConnectOptions options, int count) {
    PgConnectOptions cached =
        new PgConnectOptions(options)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(256);
    this.connections =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(i -> await(PgConnection.connect(vertx, cached)))
            .toList();
  }

  /**
   * Plays each list on a connection of its own, side by side.
   *
   * @param lanes as many lists as there are connections, or fewer
   * @return when each script was committed, by {@link System#nanoTime}
   */
  public long[] play(List<List<Script>> lanes) {
    ConcurrentLinkedQueue<Long> committedAt = new ConcurrentLinkedQueue<>();
    Iterator<PgConnection> free = connections.iterator();
    List<Future<Void>> all =
        lanes.stream().map(lane -> new Lane(free.next(), lane, committedAt).play()).toList();
    await(Future.all(all));
    return committedAt.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the raw statements failed: " + e.getCause(), e);
    }
  }

  /** One connection and what is left to play on it. Confined to the connection's event loop. */
  private static final class Lane {
    private final PgConnection connection;
    private final Iterator<Script> scripts;
    private final ConcurrentLinkedQueue<Long> committedAt;
    private final Promise<Void> done = Promise.promise();

    Lane(PgConnection connection, List<Script> scripts, ConcurrentLinkedQueue<Long> committedAt) {
      this.connection = connection;
      this.scripts = scripts.iterator();
      this.committedAt = committedAt;
    }

    Future<Void> play() {
      next();
      return done.future();
    }

    private void next() {
      if (!scripts.hasNext()) {
        done.complete();
        return;
      }
      Future<?> last = connection.query(BEGIN).execute();
      for (List<Line> breath : scripts.next().breaths()) {
        last = last.compose(answered -> together(breath));
      }
      last.compose(answered -> commit())
          .onSuccess(answered -> {
            committedAt.add(System.nanoTime());
            next();
          })
          .onFailure(done::fail);
    }

    private Future<?> together(List<Line> breath) {
      return Future.all(
          breath.stream()
              .map(line -> connection.preparedQuery(line.sql()).execute(line.parameters()))
              .toList());
    }

    private Future<?> commit() {
      return Future.all(connection.query(WITNESS).execute(), connection.query(COMMIT).execute());
    }
  }
}
