package io.quantedge.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.localstack.part.Postmaster;
import io.quantedge.localstack.process.Folders;
import io.quantedge.localstack.process.Processes;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Each part does its real work, and leaves no process and no file behind. */
@Timeout(120)
class LocalStackPartsIT {

  @Test
  void kafkaKeepsRecordsInTheTopicsOfTheExchangeAndInNoOthers() throws Exception {
    long pid;
    try (LocalKafka kafka = LocalKafka.start()) {
      pid = kafka.pid();
      Map<String, Object> client =
          Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 3_000);
      try (Admin admin = Admin.create(client)) {
        assertThat(partitions(admin)).isEqualTo(partitionsOfContract());
        assertThat(cleanupPolicy(admin, Topic.SLOT_STATES)).isEqualTo("compact");
        assertThat(cleanupPolicy(admin, Topic.AUCTION_EVENTS)).isEqualTo("delete");
      }
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
        String topic = Topic.AUCTION_EVENTS.topicName();
        producer.send(new ProducerRecord<>(topic, 3, "slot", "bid")).get();
        assertThat(read(kafka, topic, 3)).containsExactly("bid");
        assertThatThrownBy(() -> producer.send(new ProducerRecord<>("no-such-topic", "x")).get())
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(TimeoutException.class);
      }
    }
    assertEnded(pid);
  }

  @Test
  void dynamoDbKeepsItems() {
    long pid;
    try (LocalDynamoDb local = LocalDynamoDb.start()) {
      pid = local.pid();
      try (DynamoDbClient client = dynamoDb(local.endpoint())) {
        client.createTable(table ->
            table
                .tableName("items")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH)));
        Map<String, AttributeValue> item =
            Map.of("id", AttributeValue.fromS("a"), "amount", AttributeValue.fromS("5.4000"));
        client.putItem(put -> put.tableName("items").item(item));
        assertThat(
                client
                    .getItem(get ->
                        get.tableName("items")
                            .key(Map.of("id", AttributeValue.fromS("a")))
                            .consistentRead(true))
                    .item())
            .isEqualTo(item);
      }
    }
    assertEnded(pid);
  }

  @Test
  void postgresCommitsForTheRoleWithThePasswordAndForNobodyElse() throws Exception {
    long pid;
    try (LocalPostgres postgres = LocalPostgres.start()) {
      pid = postgres.pid();
      try (Connection connection = connect(postgres, postgres.username(), postgres.password());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA own");
        statement.execute("CREATE TABLE money (id UUID PRIMARY KEY, amount NUMERIC(18, 4))");
        statement.execute("INSERT INTO money VALUES (gen_random_uuid(), 5.4)");
        assertThat(single(statement, "SELECT amount FROM money")).isEqualTo("5.4000");
        assertThat(single(statement, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(single(statement, "SHOW fsync")).isEqualTo("off");
        assertThat(single(statement, "SHOW max_connections")).isEqualTo("250");
        assertThat(single(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(single(statement, "SHOW server_version")).startsWith("18.6");
      }
      assertThatThrownBy(() -> connect(postgres, postgres.username(), "wrong"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> connect(postgres, "postgres", "")).isInstanceOf(SQLException.class);
    }
    assertEnded(pid);
  }

  @Test
  void aPostgresWhoseHolderIsKilledIsEndedAtClose() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start()) {
      Postmaster server = Postmaster.in(postgres.data()).orElseThrow();
      ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
      assertThat(Processes.isRunning(server.process())).isTrue();
      postgres.close();
      assertThat(Processes.isRunning(server.process())).isFalse();
    }
  }

  @Test
  void aKilledLauncherLeavesNoServerBehind() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String home = "-D%s=%s".formatted(ExchangeHome.PROPERTY, ExchangeHome.find().root());
    String classpath = System.getProperty("java.class.path");
    Process launcher =
        new ProcessBuilder(java, home, "-cp", classpath, PostgresLauncher.class.getName()).start();
    try (BufferedReader out = launcher.inputReader()) {
      long pid = Long.parseLong(out.readLine());
      Path data = Path.of(out.readLine());
      ProcessHandle holder = ProcessHandle.of(pid).orElseThrow();
      ProcessHandle server = Postmaster.in(data).orElseThrow().process();
      launcher.destroyForcibly().waitFor();
      assertThat(Processes.awaitEnd(List.of(holder, server), Duration.ofSeconds(20))).isTrue();
      Folders.delete(data.resolveSibling(""));
    } finally {
      launcher.destroyForcibly();
    }
  }

  /** Starts PostgreSQL, prints the pid of its JVM, and waits. */
  static final class PostgresLauncher {
    public static void main(String[] args) throws InterruptedException {
      LocalPostgres postgres = LocalPostgres.start();
      System.out.println(postgres.pid());
      System.out.println(postgres.data());
      new CountDownLatch(1).await();
      postgres.close();
    }
  }

  private static Map<String, Integer> partitionsOfContract() {
    return Arrays.stream(Topic.values())
        .collect(Collectors.toMap(Topic::topicName, Topic::partitions));
  }

  private static Map<String, Integer> partitions(Admin admin) throws Exception {
    Set<String> names = admin.listTopics().names().get();
    return admin.describeTopics(names).allTopicNames().get().values().stream()
        .collect(Collectors.toMap(TopicDescription::name, topic -> topic.partitions().size()));
  }

  private static String cleanupPolicy(Admin admin, Topic topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    return admin.describeConfigs(List.of(resource)).all().get().values().stream()
        .map(config -> config.get("cleanup.policy").value())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> read(LocalKafka kafka, String topic, int partition) {
    Map<String, Object> client =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, partition)));
      return Stream.generate(() -> consumer.poll(Duration.ofSeconds(5)))
          .limit(10)
          .filter(records -> !records.isEmpty())
          .findFirst()
          .stream()
          .flatMap(records -> records.records(new TopicPartition(topic, partition)).stream())
          .map(ConsumerRecord::value)
          .toList();
    }
  }

  private static DynamoDbClient dynamoDb(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(LocalDynamoDb.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalDynamoDb.CREDENTIAL, LocalDynamoDb.CREDENTIAL)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static Connection connect(LocalPostgres postgres, String user, String password)
      throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), user, password);
  }

  private static String single(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Neither the part's JVM nor any other part that this test started runs. */
  private static void assertEnded(long pid) {
    assertThat(ProcessHandle.of(pid).filter(Processes::isRunning)).isEmpty();
    assertThat(
            ProcessHandle.current()
                .descendants()
                .filter(Processes::isRunning)
                .map(process -> process.info().commandLine().orElse("")))
        .noneMatch(line -> line.contains("io.quantedge.localstack.part"));
  }
}
