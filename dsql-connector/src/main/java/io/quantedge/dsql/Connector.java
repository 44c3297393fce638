package io.quantedge.dsql;

import io.quantedge.dsql.DsqlConfig.Tls;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one endpoint, each with a token of its own. It uses the client's connection
 * factory, because the client's one-step connect keeps something for every connection until the
 * process ends. Confined to the event loop.
 */
final class Connector {
  /** A process that has just started loads and compiles TLS; no endpoint is to blame for that. */
  private static final int COLD_FACTOR = 3;

  private final DsqlEndpoint endpoint;
  private final DsqlConfig config;
  private final String role;
  private final List<String> onNewConnection;
  private final TokenSource tokens;
  private final Loop loop;
  private final AtomicBoolean warm;
  private final ConnectionFactory factory;
  private final PgConnectOptions template;

  /**
   * @param warm whether a connection has come about in this process, which all connectors share
   */
  Connector(DsqlEndpoint endpoint, DsqlBuilder from, Loop loop, AtomicBoolean warm) {
    this.endpoint = endpoint;
    this.config = from.config();
    this.role = from.role();
    this.onNewConnection = from.onNewConnection();
    this.tokens = from.tokens();
    this.loop = loop;
    this.warm = warm;
    this.template = options();
    Vertx vertx = from.vertx();
    this.factory =
        PgDriver.INSTANCE.createConnectionFactory(
            vertx.getDelegate(), () -> Future.succeededFuture(template));
  }

  DsqlEndpoint endpoint() {
    return endpoint;
  }

  /**
   * A new connection, ready to be used. Making its token has a time limit of its own, for an
   * endpoint is not to blame for slow credentials.
   */
  Uni<SqlConnection> open() {
    return loop.within(token(), config.connectionTimeout(), () -> noToken("none came in time"))
        .emitOn(loop::run)
        .chain(this::connect);
  }

  void close() {
    factory.close(Promise.promise());
  }

  private Uni<String> token() {
    return tokens
        .token(endpoint, role)
        .onFailure()
        .transform(failure -> noToken(failure.toString()));
  }

  private NotTriedException noToken(String why) {
    return new NotTriedException("no token for role " + role + " at " + endpoint + ": " + why);
  }

  private Uni<SqlConnection> connect(String token) {
    PgConnectOptions options = trusting(new PgConnectOptions(template)).setPassword(token);
    AtomicBoolean late = new AtomicBoolean();
    Duration limit = config.connectTimeout().multipliedBy(warm.get() ? 1 : COLD_FACTOR);
    Uni<SqlConnection> opening =
        Uni.createFrom()
            .emitter(emitter ->
                factory
                    .connect(loop.context(), options)
                    .compose(this::prepared)
                    .onSuccess(connection -> {
                      if (late.get()) {
                        connection.close();
                      }
                      warm.set(true);
                      emitter.complete(connection);
                    })
                    .onFailure(emitter::fail));
    return loop.within(
        opening,
        limit,
        () -> {
          late.set(true);
          return new SilenceException("the attempt to connect to " + endpoint, limit);
        });
  }

  /** The same connection once its first statements are answered; nobody else has it before. */
  private Future<SqlConnection> prepared(SqlConnection connection) {
    Future<SqlConnection> ready = Future.succeededFuture(connection);
    for (String sql : onNewConnection) {
      ready = ready.compose(_ -> connection.query(sql).execute().map(connection));
    }
    return ready.onFailure(_ -> connection.close());
  }

  private PgConnectOptions options() {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(endpoint.host())
            .setPort(endpoint.port())
            .setDatabase(config.database())
            .setUser(role)
            .setCachePreparedStatements(config.preparedStatements() > 0)
            .setPreparedStatementCacheMaxSize(Math.max(1, config.preparedStatements()))
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setTcpKeepAlive(true)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    options.setReadIdleTimeout((int) config.readIdleTimeout().toMillis());
    if (config.tls() == Tls.OFF) {
      return options.setSslMode(SslMode.DISABLE);
    }
    return options
        .setSslMode(SslMode.VERIFY_FULL)
        .setHostnameVerificationAlgorithm("HTTPS")
        .setTrustOptions(trustOfTheJavaInstallation());
  }

  /**
   * The file is read for each connection, and given to the client as content: a renewed authority
   * is trusted without a restart. The client makes a TLS context of its own for each content.
   */
  private PgConnectOptions trusting(PgConnectOptions options) {
    if (config.tls() == Tls.OFF || config.caFile().isEmpty()) {
      return options;
    }
    Path file = config.caFile().get();
    try {
      return options.setPemTrustOptions(
          new PemTrustOptions().addCertValue(Buffer.buffer(Files.readAllBytes(file))));
    } catch (IOException e) {
      throw new NotTriedException("ca-file " + file + " cannot be read: " + e);
    }
  }

  private static TrustOptions trustOfTheJavaInstallation() {
    try {
      TrustManagerFactory installed =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      @Nullable KeyStore none = null;
      installed.init(none);
      return TrustOptions.wrap(installed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java installation has no usable trust store", e);
    }
  }
}
