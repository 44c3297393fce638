package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reactive access to one Aurora DSQL cluster through an ordered list of endpoints: connections with
 * fresh tokens, SQL transactions whose failures say whether something may have been committed, and
 * failover. It never retries: that is its caller's decision. Thread-safe.
 */
public final class Dsql implements AutoCloseable {
  private final Endpoints endpoints;

  Dsql(DsqlBuilder from) {
    ConfigCheck.require(from.config(), from.role());
    this.endpoints = new Endpoints(from);
    endpoints.start();
  }

  public static DsqlBuilder builder(Vertx vertx, DsqlConfig config) {
    return new DsqlBuilder(vertx, config);
  }

  /**
   * One attempt on the endpoint in use: begin, work, commit. The work runs on the connector's event
   * loop and must not block; the result arrives in the caller's Vert.x context, if it has one.
   *
   * @return fails with {@link DsqlException} only
   */
  public <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
    return attempt(conversation -> conversation.transaction(work));
  }

  /**
   * One attempt on the endpoint in use without a SQL transaction around it, for DDL and single
   * statements. Every statement commits by itself, so silence means {@code UnknownOutcome}.
   *
   * @return fails with {@link DsqlException} only
   */
  public <T> Uni<T> onConnection(Function<SqlConnection, Uni<T>> work) {
    return attempt(conversation -> conversation.plain(work));
  }

  /** The region of the endpoint in use. */
  public String region() {
    return endpoints().get(endpoints.chooser().inUse()).endpoint().region();
  }

  /** All endpoints in the configured order. */
  public List<EndpointStatus> endpoints() {
    return endpoints.chooser().endpoints();
  }

  /** The last few failovers, oldest first. */
  public List<Failover> failovers() {
    return endpoints.chooser().failovers();
  }

  /** Closes every connection; work under way may fail. */
  @Override
  public void close() {
    endpoints.close();
  }

  private <T> Uni<T> attempt(Function<Conversation, Uni<T>> dialogue) {
    return Uni.createFrom()
        .deferred(() -> {
          @Nullable Context caller = io.vertx.core.Vertx.currentContext();
          Uni<T> answer =
              Uni.createFrom()
                  .emitter(emitter -> {
                    Attempt<T> attempt = new Attempt<>(endpoints, dialogue, emitter);
                    emitter.onTermination(() -> endpoints.onLoop(attempt::abandon));
                    endpoints.onLoop(attempt::start);
                  });
          return caller == null
              ? answer
              : answer.emitOn(task -> caller.runOnContext(_ -> task.run()));
        });
  }
}
