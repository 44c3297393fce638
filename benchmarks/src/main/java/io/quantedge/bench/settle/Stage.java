package io.quantedge.bench.settle;

import io.quantedge.bench.Market;
import io.quantedge.bench.service.PackagedService;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.LocalKafka;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.localstack.process.Folders;
import io.quantedge.localstack.process.Ports;
import io.quantedge.settlement.dsql.LocalTruth;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Everything that contestants need around them: a broker and a local Aurora DSQL with its
 * PostgreSQL, which is measured directly too. Used by one thread.
 */
final class Stage implements AutoCloseable {
  /** How many buyers each market has. */
  static final int ADVERTISERS = 60;

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final String TOPIC_VARIABLE = "MP_MESSAGING_INCOMING_AUCTION_OUTCOMES_TOPIC";
  private static final String GROUP_VARIABLE = "MP_MESSAGING_INCOMING_AUCTION_OUTCOMES_GROUP_ID";

  private final LocalKafka kafka;
  private final LocalDsql dsql;
  private final Path logs;

  private Stage(LocalKafka kafka, LocalDsql dsql, Path logs) {
    this.kafka = kafka;
    this.dsql = dsql;
    this.logs = logs;
  }

  /** Starts all of it and brings the schema up to date, under Aurora DSQL's rules. */
  static Stage set() throws IOException {
    Stage stage =
        new Stage(
            LocalKafka.start(), LocalDsql.start(), Files.createTempDirectory("exchange-bench-"));
    Vertx vertx = Vertx.vertx();
    LocalTruth.open(vertx, stage.dsql, LocalTruth.ROLE, 1).close();
    vertx.closeAndAwait();
    return stage;
  }

  /** How a service reaches the store. */
  enum Way {
    /** PostgreSQL itself. */
    DIRECT,
    /** The local Aurora DSQL before it. */
    DSQL
  }

  Truth truth() throws SQLException {
    return new Truth("jdbc:" + dsql.reactiveUrl(), dsql.username(), dsql.password());
  }

  /** PostgreSQL itself, for the reactive client. */
  PgConnectOptions postgres() {
    return new PgConnectOptions()
        .setHost(dsql.host())
        .setPort(dsql.port())
        .setDatabase(dsql.database())
        .setUser(dsql.username())
        .setPassword(dsql.password());
  }

  /**
   * Starts a service; returns when it is ready.
   *
   * @param id short, of letters and digits
   * @param name for people
   * @param groupSize outcomes in a SQL transaction at most; absent from the configuration if 0, so
   *     that the service's own default holds
   */
  ServiceContestant service(String id, String name, Way way, int groupSize, RandomGenerator random)
      throws Exception {
    Outcomes outcomes = new Outcomes(kafka.bootstrapServers(), "bench-outcomes-" + id);
    int port = Ports.free(1).getFirst();
    Map<String, String> environment = new HashMap<>(way == Way.DIRECT ? direct() : throughDsql());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put(TOPIC_VARIABLE, outcomes.topic());
    environment.put(GROUP_VARIABLE, outcomes.topic());
    environment.put("EXCHANGE_SETTLEMENT_SCHEMA_APPLY", "NEVER");
    if (groupSize > 0) {
      environment.put("EXCHANGE_SETTLEMENT_OUTCOMES_GROUP_SIZE", Integer.toString(groupSize));
    }
    RunningPart service =
        RunningPart.start(
            new PackagedService("settlement-service", "settlement-" + id, port, environment),
            ExchangeHome.find(),
            logs.resolve(id + ".log"));
    Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop-" + id));
    service.awaitReady(START_LIMIT);
    ServiceContestant contestant =
        new ServiceContestant(
            name, new Market(id, ADVERTISERS, random), service, outcomes, truth());
    contestant.define(contestant.market().accounts());
    return contestant;
  }

  @Override
  public void close() {
    dsql.close();
    kafka.close();
    Folders.deleteQuietly(logs);
  }

  private Map<String, String> direct() {
    return Map.of(
        "EXCHANGE_SETTLEMENT_STORE_ENDPOINTS",
        "us-east-1@%s:%d".formatted(dsql.host(), dsql.port()),
        "EXCHANGE_SETTLEMENT_STORE_AUTHENTICATION",
        "PASSWORD",
        "EXCHANGE_SETTLEMENT_STORE_TLS",
        "OFF",
        "EXCHANGE_SETTLEMENT_STORE_ROLE",
        dsql.username(),
        "EXCHANGE_SETTLEMENT_STORE_PASSWORD",
        dsql.password());
  }

  private Map<String, String> throughDsql() {
    return Map.of(
        "EXCHANGE_SETTLEMENT_STORE_ENDPOINTS",
        dsql.endpointList(),
        "EXCHANGE_SETTLEMENT_STORE_CA_FILE",
        dsql.caFile().toString(),
        "EXCHANGE_SETTLEMENT_STORE_ROLE",
        LocalTruth.ROLE);
  }
}
