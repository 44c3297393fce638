package io.quantedge.dsql;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionBase;
import java.time.Instant;

/** One connection and what the pool knows of it. Confined to the event loop. */
final class Session {
  private final io.vertx.sqlclient.SqlConnection client;
  private final SqlConnection connection;
  private final Instant readyAt;
  private Runnable stopRetiring = () -> {};
  private boolean retiring;
  private boolean ended;

  Session(io.vertx.sqlclient.SqlConnection client, Instant readyAt) {
    this.client = client;
    this.connection = new SqlConnection(client);
    this.readyAt = readyAt;
  }

  SqlConnection connection() {
    return connection;
  }

  io.vertx.sqlclient.SqlConnection client() {
    return client;
  }

  Instant readyAt() {
    return readyAt;
  }

  void onRetiringStopped(Runnable action) {
    stopRetiring = action;
  }

  /** It has reached its lifetime, and ends when nobody uses it. */
  void retire() {
    retiring = true;
  }

  boolean isRetiring() {
    return retiring;
  }

  /**
   * @return false if it had ended before
   */
  boolean end() {
    boolean first = !ended;
    ended = true;
    stopRetiring.run();
    return first;
  }

  boolean isEnded() {
    return ended;
  }

  /** Says good-bye to the server, which then closes the connection. */
  void leave() {
    client.close();
  }

  /**
   * Closes the socket. The client's own close waits for answers that may never come, and would
   * leave a connection whose peer is silent open until the read-idle timeout.
   */
  void cut() {
    if (client instanceof SqlConnectionBase<?> base
        && base.unwrap() instanceof SocketConnectionBase raw) {
      raw.socket().channelHandlerContext().channel().close();
    } else {
      client.close();
    }
  }
}
