package io.quantedge.localstack.stack;

import io.quantedge.localstack.part.PostgresBlueprint;
import io.quantedge.localstack.process.Ports;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where the parts of a stack listen.
 *
 * @param ingest base of the intake's HTTP interface
 * @param evaluator base of the evaluator's
 * @param settlement base of the settlement's
 * @param telemetry base of the telemetry's; the dashboard is its root
 * @param kafkaBootstrap host and port of the broker
 * @param dynamoDb endpoint of DynamoDB Local
 * @param dsqlEndpoints endpoints of the local Aurora DSQL, as {@code region@host:port} with commas
 * @param dsqlCaFile certificate of the authority that signed theirs
 * @param dsqlAdmin base of its admin API
 * @param jdbcUrl URL of PostgreSQL itself for JDBC
 * @param jdbcUser its role
 * @param jdbcPassword and the role's password
 */
public record StackAddresses(
    URI ingest,
    URI evaluator,
    URI settlement,
    URI telemetry,
    String kafkaBootstrap,
    URI dynamoDb,
    String dsqlEndpoints,
    Path dsqlCaFile,
    URI dsqlAdmin,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword) {

  static StackAddresses of(StackConfig config) {
    return new StackAddresses(
        http(config.portOf(Service.INGEST)),
        http(config.portOf(Service.EVALUATOR)),
        http(config.portOf(Service.SETTLEMENT)),
        http(config.portOf(Service.TELEMETRY)),
        Ports.LOOPBACK + ":" + config.kafkaPort(),
        http(config.dynamoDbPort()),
        config.dsql().endpointList(),
        config.dsql().caFile(),
        http(config.dsql().adminPort()),
        "jdbc:" + postgres(config),
        PostgresBlueprint.USER,
        PostgresBlueprint.PASSWORD);
  }

  static String postgres(StackConfig config) {
    return "postgresql://%s:%d/%s"
        .formatted(Ports.LOOPBACK, config.postgresPort(), PostgresBlueprint.DATABASE);
  }

  private static URI http(int port) {
    return URI.create("http://%s:%d".formatted(Ports.LOOPBACK, port));
  }
}
