package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/**
 * Reactive access to one Aurora DSQL cluster through an ordered list of endpoints: connections with
 * fresh tokens, SQL transactions whose failures say whether something may have been committed, and
 * failover. It never retries: that is its caller's decision. Thread-safe.
 */
public final class Dsql implements AutoCloseable {
  Dsql(DsqlBuilder from) {}

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
    return Uni.createFrom().failure(new UnsupportedOperationException());
  }

  /**
   * One attempt on the endpoint in use without a SQL transaction around it, for DDL and single
   * statements. Every statement commits by itself, so silence means {@code UnknownOutcome}.
   *
   * @return fails with {@link DsqlException} only
   */
  public <T> Uni<T> onConnection(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom().failure(new UnsupportedOperationException());
  }

  /** The region of the endpoint in use. */
  public String region() {
    return endpoints().getFirst().endpoint().region();
  }

  /** All endpoints in the configured order. */
  public List<EndpointStatus> endpoints() {
    return List.of();
  }

  /** The last few failovers, oldest first. */
  public List<Failover> failovers() {
    return List.of();
  }

  @Override
  public void close() {}
}
