package io.quantedge.localstack.dsql;

import io.quantedge.localstack.dsql.access.ConnectionGate;
import io.quantedge.localstack.dsql.access.LocalCredentials;
import io.quantedge.localstack.dsql.access.ServerIdentity;
import io.quantedge.localstack.dsql.access.TokenCheck;
import io.quantedge.localstack.dsql.backend.Backends;
import io.quantedge.localstack.dsql.fault.AdminServer;
import io.quantedge.localstack.dsql.fault.Faults;
import io.quantedge.localstack.dsql.session.Counters;
import io.quantedge.localstack.dsql.session.Engine;
import io.quantedge.localstack.dsql.session.Place;
import io.quantedge.localstack.process.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClientOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The running local Aurora DSQL: its endpoints over one database, and its admin API. Thread-safe.
 */
public final class DsqlProxy implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Vertx vertx;
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, Counters> counters = new LinkedHashMap<>();
  private final AdminServer admin;

  private DsqlProxy(Vertx vertx, DsqlOptions options, ServerIdentity identity) {
    this.vertx = vertx;
    Clock clock = Clock.systemUTC();
    Faults faults = new Faults(List.copyOf(options.endpoints().keySet()));
    Backends backends =
        new Backends(
            vertx.createNetClient(
                new NetClientOptions()
                    .setTcpNoDelay(true)
                    .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)),
            options.upstream());
    Engine engine = new Engine(backends);
    TokenCheck tokens = new TokenCheck(LocalCredentials.DEFAULT, clock);
    ConnectionGate gate = new ConnectionGate(ConnectionGate.Limits.DEFAULT, clock);
    options
        .endpoints()
        .forEach((region, port) -> {
          Counters own = new Counters();
          counters.put(region, own);
          Place place =
              new Place(
                  region,
                  DsqlOptions.HOST,
                  engine,
                  tokens,
                  gate,
                  faults,
                  own,
                  options.lifetime(),
                  clock);
          endpoints.put(region, new Endpoint(vertx, place, port, identity));
        });
    faults.onEndpointChange(region -> {
      Endpoint endpoint = endpoints.get(region);
      if (endpoint != null) {
        endpoint.obey();
      }
    });
    endpoints.values().forEach(Endpoint::open);
    this.admin = new AdminServer(options.adminPort(), faults, this::state);
  }

  /**
   * Makes the certificates and starts listening.
   *
   * @throws java.util.concurrent.CompletionException if a port cannot be had
   */
  public static DsqlProxy start(DsqlOptions options) {
    ServerIdentity identity = identity(options.identityFolder());
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
    return new DsqlProxy(vertx, options, identity);
  }

  /** What is there is kept: clients that trust it must outlive a restart of this. */
  private static ServerIdentity identity(Path folder) {
    ServerIdentity kept =
        new ServerIdentity(
            folder.resolve("ca.pem"), folder.resolve("server.pem"), folder.resolve("server.key"));
    // The authority's certificate is written last.
    return Files.exists(kept.caFile())
        ? kept
        : ServerIdentity.create(folder, List.of(DsqlOptions.HOST, Ports.LOOPBACK));
  }

  private Map<String, Object> state() {
    Map<String, Object> regions = new LinkedHashMap<>();
    counters.forEach((region, own) -> regions.put(region, own.describe()));
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("regions", regions);
    return state;
  }

  @Override
  public void close() {
    admin.close();
    endpoints.values().forEach(Endpoint::close);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
