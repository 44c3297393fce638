package io.quantedge.bench.ingest;

import io.quantedge.bench.BidMaker;
import io.quantedge.bench.service.PackagedService;
import io.quantedge.bench.service.Services;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.localstack.LocalDynamoDb;
import io.quantedge.localstack.LocalKafka;
import io.quantedge.localstack.part.RunningPart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Everything that contestants need around them: a broker, a bid store, the packaged intake with
 * open slots, and the bare endpoint. Used by one thread.
 */
final class Stage implements AutoCloseable {
  private static final Duration OPEN = Duration.ofHours(12);

  private final LocalKafka kafka;
  private final LocalDynamoDb dynamoDb;
  private final Services services;

  private Stage(LocalKafka kafka, LocalDynamoDb dynamoDb, Services services) {
    this.kafka = kafka;
    this.dynamoDb = dynamoDb;
    this.services = services;
  }

  static Stage set() throws IOException {
    return new Stage(LocalKafka.start(), LocalDynamoDb.start(), new Services());
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** Starts intake and opens slots. */
  RunningPart ingest(int slots) throws IOException, InterruptedException {
    RunningPart service =
        services.start(
            "ingest-service",
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers(),
                // These slots stay open for the whole run.
                "EXCHANGE_INGEST_MAX_OPEN_BIDS",
                "1000000000",
                "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE",
                dynamoDb.endpoint().toString(),
                "QUARKUS_DYNAMODB_AWS_REGION",
                LocalDynamoDb.REGION,
                "QUARKUS_DYNAMODB_AWS_CREDENTIALS_TYPE",
                "static",
                "QUARKUS_DYNAMODB_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID",
                LocalDynamoDb.CREDENTIAL,
                "QUARKUS_DYNAMODB_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY",
                LocalDynamoDb.CREDENTIAL));
    openSlots(((PackagedService) service.blueprint()).uri(), slots);
    return service;
  }

  RunningPart bareEndpoint() throws IOException, InterruptedException {
    return services.start("benchmarks/bare-endpoint", Map.of());
  }

  /**
   * Stops the bid store in the middle of whatever it does. Its writer, and the store itself on the
   * same processors, then cost nothing but an attempt now and then.
   */
  void pauseBidStore() throws IOException, InterruptedException {
    if (new ProcessBuilder("kill", "-STOP", Long.toString(dynamoDb.pid())).start().waitFor() != 0) {
      throw new IOException("the bid store cannot be paused");
    }
  }

  /** How many records the auction log has. */
  long logSize() throws Exception {
    Map<TopicPartition, OffsetSpec> ends =
        IntStream.range(0, Topic.AUCTION_EVENTS.partitions())
            .mapToObj(i -> new TopicPartition(Topic.AUCTION_EVENTS.topicName(), i))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(found -> found.offset())
          .sum();
    }
  }

  @Override
  public void close() {
    services.close();
    resumeBidStore();
    dynamoDb.close();
    kafka.close();
  }

  /** A stopped process would have to be killed. */
  private void resumeBidStore() {
    try {
      new ProcessBuilder("kill", "-CONT", Long.toString(dynamoDb.pid())).start().waitFor();
    } catch (IOException e) {
      // It is killed, then.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void openSlots(URI service, int count) throws IOException, InterruptedException {
    String body =
        """
        {"publisherId":"bench-publisher","name":"top of page","floor":"0.5000","currency":"USD",\
        "closesAt":"%s"}\
        """
            .formatted(Instant.now().plus(OPEN));
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < count; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(service.resolve("/v1/slots/" + BidMaker.slotId(i)))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
          throw new IOException(
              "slot %s was refused with %d: %s"
                  .formatted(BidMaker.slotId(i), answer.statusCode(), answer.body()));
        }
      }
    }
  }
}
