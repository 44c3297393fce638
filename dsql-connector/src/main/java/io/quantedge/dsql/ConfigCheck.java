package io.quantedge.dsql;

import io.quantedge.dsql.DsqlConfig.Authentication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Refuses a configuration that cannot work, and says all that is wrong with it at once. */
final class ConfigCheck {
  /** Aurora DSQL ends a connection at this age. */
  private static final Duration OLDEST_CONNECTION = Duration.ofMinutes(60);

  /** Aurora DSQL signs off longer tokens, but nobody who connects at once needs them. */
  private static final Duration LONGEST_TOKEN = Duration.ofDays(7);

  private final List<String> faults = new ArrayList<>();

  private ConfigCheck() {}

  /**
   * @throws IllegalArgumentException naming each property, its value and what to do
   */
  static void require(DsqlConfig config, String role) {
    ConfigCheck check = new ConfigCheck();
    check.judge(config, role);
    if (!check.faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the connection to the database is configured wrongly: "
              + String.join("; ", check.faults));
    }
  }

  private void judge(DsqlConfig config, String role) {
    List<DsqlEndpoint> endpoints = config.endpoints();
    demand(!endpoints.isEmpty(), "endpoints is empty: name at least one");
    demand(
        new HashSet<>(endpoints).size() == endpoints.size(),
        "endpoints names an endpoint twice: " + endpoints);
    demand(!role.isBlank(), "role is empty: name the database role to connect as");
    demand(
        config.authentication() != Authentication.PASSWORD || config.password().isPresent(),
        "password is missing: authentication is PASSWORD");
    positive("pool-size", config.poolSize());
    positive("max-waiting", config.maxWaiting());
    positive("new-connections-per-second", config.newConnectionsPerSecond());
    demand(
        config.newConnectionsPerSecond() <= 1_000_000,
        "new-connections-per-second is above 1000000: " + config.newConnectionsPerSecond());
    positive("failures-to-open", config.failuresToOpen());
    durations(config);
  }

  private void durations(DsqlConfig config) {
    positive("token-lifetime", config.tokenLifetime());
    positive("statement-timeout", config.statementTimeout());
    positive("commit-timeout", config.commitTimeout());
    positive("attempt-timeout", config.attemptTimeout());
    positive("connection-timeout", config.connectionTimeout());
    positive("connect-timeout", config.connectTimeout());
    positive("connection-lifetime", config.connectionLifetime());
    positive("probe-interval", config.probeInterval());
    demand(
        config.tokenLifetime().compareTo(LONGEST_TOKEN) <= 0,
        "token-lifetime is longer than 7 days: " + config.tokenLifetime());
    demand(
        config.readIdleTimeout().compareTo(config.attemptTimeout()) > 0,
        "read-idle-timeout " + config.readIdleTimeout() + " must be longer than attempt-timeout");
    Duration oldest =
        config
            .connectionLifetime()
            .plus(config.connectionLifetimeJitter())
            .plus(config.attemptTimeout());
    demand(
        oldest.compareTo(OLDEST_CONNECTION) < 0,
        "connection-lifetime, its jitter and attempt-timeout make "
            + oldest
            + ", and must stay below 60 minutes");
  }

  private void positive(String property, int value) {
    demand(value > 0, property + " must be positive, and is " + value);
  }

  private void positive(String property, Duration value) {
    demand(value.toMillis() > 0, property + " must be at least 1 ms, and is " + value);
  }

  private void demand(boolean fine, String fault) {
    if (!fine) {
      faults.add(fault);
    }
  }
}
