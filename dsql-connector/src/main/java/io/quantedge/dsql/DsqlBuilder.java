package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Collects what {@link Dsql} needs; everything but Vert.x and the configuration has a default. */
public final class DsqlBuilder {
  private final Vertx vertx;
  private final DsqlConfig config;
  private String role;
  private Optional<TokenSource> tokens = Optional.empty();
  private List<String> onNewConnection = List.of();
  private DsqlListener listener = DsqlListener.NONE;
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  DsqlBuilder(Vertx vertx, DsqlConfig config) {
    this.vertx = vertx;
    this.config = config;
    this.role = config.role();
  }

  /** Instead of the role in the configuration. */
  public DsqlBuilder role(String role) {
    this.role = role;
    return this;
  }

  /** Instead of what the configured kind of authentication says. */
  public DsqlBuilder tokens(TokenSource tokens) {
    this.tokens = Optional.of(tokens);
    return this;
  }

  /**
   * Statements for each new connection before anybody else gets it, probes included: settings of
   * the session, such as its search path, that Aurora DSQL takes no startup parameter for. A
   * connection on which one of them fails is closed, and counts as one that did not come about.
   *
   * @param statements in their order, within the time that a new connection may take
   */
  public DsqlBuilder onNewConnection(String... statements) {
    this.onNewConnection = List.of(statements);
    return this;
  }

  public DsqlBuilder listener(DsqlListener listener) {
    this.listener = listener;
    return this;
  }

  public DsqlBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * @param random for the lifetimes of connections; used on one thread
   */
  public DsqlBuilder random(RandomGenerator random) {
    this.random = random;
    return this;
  }

  /**
   * Opens no connection yet: the first attempt does.
   *
   * @throws IllegalArgumentException if the configuration cannot work, with all that is wrong
   */
  public Dsql open() {
    return new Dsql(this);
  }

  Vertx vertx() {
    return vertx;
  }

  DsqlConfig config() {
    return config;
  }

  String role() {
    return role;
  }

  TokenSource tokens() {
    return tokens.orElseGet(() ->
        switch (config.authentication()) {
          case PASSWORD -> (_, _) -> Uni.createFrom().item(config.password().orElse(""));
          case IAM ->
              switch (config.credentials()) {
                case LOCAL -> AwsTokens.ofLocalKey(config.tokenLifetime());
                case AWS -> AwsTokens.ofDefaultChain(config.tokenLifetime());
              };
        });
  }

  List<String> onNewConnection() {
    return onNewConnection;
  }

  DsqlListener listener() {
    return listener;
  }

  Clock clock() {
    return clock;
  }

  RandomGenerator random() {
    return random;
  }
}
