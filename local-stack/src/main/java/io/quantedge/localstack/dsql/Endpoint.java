package io.quantedge.localstack.dsql;

import io.quantedge.localstack.dsql.access.ServerIdentity;
import io.quantedge.localstack.dsql.fault.EndpointState;
import io.quantedge.localstack.dsql.session.Place;
import io.quantedge.localstack.dsql.wire.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One regional endpoint: a port with TLS, which serves, refuses, hangs or drops. Thread-safe. */
final class Endpoint implements AutoCloseable {
  private static final int BACKLOG = 512;

  private final Vertx vertx;
  private final Place place;
  private final int port;
  private final ServerIdentity identity;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private @Nullable NetServer server;

  Endpoint(Vertx vertx, Place place, int port, ServerIdentity identity) {
    this.vertx = vertx;
    this.place = place;
    this.port = port;
    this.identity = identity;
  }

  /**
   * Starts listening, if it does not.
   *
   * @throws CompletionException if the port cannot be had
   */
  synchronized void open() {
    if (server != null) {
      return;
    }
    NetServerOptions options =
        new NetServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setAcceptBacklog(BACKLOG)
            .setTcpNoDelay(true)
            .setReuseAddress(true)
            .setSni(false)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setCertPath(identity.certificateFile().toString())
                    .setKeyPath(identity.keyFile().toString()));
    NetServer opening = vertx.createNetServer(options).connectHandler(this::connected);
    opening.listen().toCompletionStage().toCompletableFuture().join();
    server = opening;
  }

  private void connected(NetSocket socket) {
    Reception reception = new Reception(socket, place);
    Wire wire = reception.wire();
    wires.add(wire);
    wire.onEnd(() -> wires.remove(wire));
    if (place.faults().endpoint(place.region()) == EndpointState.HANGING) {
      wire.swallow();
    }
  }

  /** Does what is asked of this endpoint now. Blocks while a port is opened or closed. */
  synchronized void obey() {
    switch (place.faults().endpoint(place.region())) {
      case SERVING -> {
        // After bytes have been swallowed nothing sensible can follow.
        wires.stream().filter(Wire::isSwallowing).forEach(Wire::close);
        open();
      }
      case HANGING -> {
        open();
        wires.forEach(Wire::swallow);
      }
      case DROPPED -> {
        open();
        wires.forEach(Wire::close);
      }
      case REFUSING -> close();
    }
  }

  @Override
  public synchronized void close() {
    NetServer closing = server;
    server = null;
    if (closing != null) {
      closing.close().toCompletionStage().toCompletableFuture().join();
    }
    wires.forEach(Wire::close);
  }
}
