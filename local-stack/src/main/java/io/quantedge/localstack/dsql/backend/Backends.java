package io.quantedge.localstack.dsql.backend;

import io.quantedge.localstack.dsql.wire.BodyReader;
import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.ProtocolException;
import io.quantedge.localstack.dsql.wire.Requests;
import io.quantedge.localstack.dsql.wire.SqlError;
import io.quantedge.localstack.dsql.wire.Wire;
import io.quantedge.localstack.dsql.wire.Wire.EndedException;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens connections to PostgreSQL. Thread-safe; blocks, so call it on a virtual thread. */
public final class Backends {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int AUTHENTICATED = 0;
  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;
  private static final String UNAVAILABLE = "08006";

  private final NetClient client;
  private final Upstream upstream;

  /** Connects with the client, which stays its owner's. */
  public Backends(NetClient client, Upstream upstream) {
    this.client = client;
    this.upstream = upstream;
  }

  /**
   * Opens a connection as the superuser.
   *
   * @param settings settings of the session
   * @throws BackendLostException if PostgreSQL is not there or refuses
   */
  public Backend open(Map<String, String> settings)
      throws BackendLostException, InterruptedException {
    Wire wire = connect();
    boolean open = false;
    try {
      Map<String, String> parameters = new LinkedHashMap<>(settings);
      parameters.put("user", upstream.user());
      parameters.put("database", upstream.database());
      wire.send(Requests.startup(parameters));
      Backend backend = converse(wire);
      open = true;
      return backend;
    } catch (EndedException | ProtocolException e) {
      throw unavailable(String.valueOf(e.getMessage()));
    } finally {
      if (!open) {
        wire.close();
      }
    }
  }

  private Wire connect() throws BackendLostException, InterruptedException {
    CompletableFuture<Wire> connecting = new CompletableFuture<>();
    // The handlers must be there before the first byte, so on the event loop.
    client
        .connect(upstream.port(), upstream.host())
        .onSuccess((NetSocket socket) -> connecting.complete(Wire.toServer(socket)))
        .onFailure(connecting::completeExceptionally);
    try {
      return connecting.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      connecting.thenAccept(Wire::close);
      throw unavailable("cannot connect");
    }
  }

  private Backend converse(Wire wire)
      throws EndedException, BackendLostException, InterruptedException {
    Scram scram = new Scram(upstream.password());
    Map<String, String> reported = new HashMap<>();
    int pid = 0;
    while (true) {
      Message message = wire.receive(LIMIT).orElseThrow(() -> unavailable("no answer"));
      BodyReader body = new BodyReader(message.body());
      switch (message.type()) {
        case 'R' -> authenticate(wire, scram, body);
        case 'S' -> reported.put(body.text(), body.text());
        case 'K' -> pid = body.integer();
        case 'E' -> {
          SqlError error = SqlError.read(message);
          throw new BackendLostException(SqlError.fatal(error.sqlState(), error.message()));
        }
        case 'Z' -> {
          return new Backend(wire, pid, reported);
        }
        default -> {
          // A notice.
        }
      }
    }
  }

  private static void authenticate(Wire wire, Scram scram, BodyReader body) {
    switch (body.integer()) {
      case SASL -> wire.send(Requests.saslInitial(Scram.MECHANISM, scram.first()));
      case SASL_CONTINUE -> wire.send(Requests.password(scram.last(body.rest().getBytes())));
      case AUTHENTICATED -> {
        // Settings and the process id follow.
      }
      default -> {
        // The server's own signature: the loopback interface is trusted.
      }
    }
  }

  private static BackendLostException unavailable(String why) {
    return new BackendLostException(
        SqlError.fatal(
            UNAVAILABLE, "the database server behind the endpoint is not available: " + why));
  }
}
