package io.quantedge.simulator;

import java.net.URI;

/**
 * Where a running exchange is found. A run talks to the services as any client would, and to the
 * log and the stores only to read what became of it.
 *
 * @param ingest base address of the ingest-service
 * @param evaluator base address of the evaluator-service
 * @param settlement base address of the settlement-service
 * @param telemetry base address of the telemetry-service
 * @param kafkaBootstrap Kafka's bootstrap servers, {@code host:port} joined by commas
 * @param dynamoDb endpoint of DynamoDB
 * @param jdbcUrl the truth store as a PostgreSQL JDBC URL
 */
public record ExchangeAddresses(
    URI ingest,
    URI evaluator,
    URI settlement,
    URI telemetry,
    String kafkaBootstrap,
    URI dynamoDb,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword) {
  @Override
  public String toString() {
    return ("ExchangeAddresses[ingest=%s, evaluator=%s, settlement=%s, telemetry=%s, kafka=%s,"
            + " dynamoDb=%s, jdbc=%s]")
        .formatted(ingest, evaluator, settlement, telemetry, kafkaBootstrap, dynamoDb, jdbcUrl);
  }
}
