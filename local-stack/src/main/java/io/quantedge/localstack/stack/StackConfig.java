package io.quantedge.localstack.stack;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.part.DsqlBlueprint;
import io.quantedge.localstack.part.DynamoDbBlueprint;
import io.quantedge.localstack.part.KafkaBlueprint;
import io.quantedge.localstack.part.PostgresBlueprint;
import io.quantedge.localstack.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What a stack is made of and where. Immutable.
 *
 * @param home the built exchange
 * @param folder where logs, data and state go; one stack at a time may use it
 * @param portOffset added to every port; 0 to 40,000
 * @param contenders how many settlement workers contend for each outcome; 1 in normal operation
 * @param startLimit how long all parts together may take to become ready
 */
public record StackConfig(
    ExchangeHome home, Path folder, int portOffset, int contenders, Duration startLimit) {
  /** The operator's access key of every local stack; it guards nothing but keeps the code path. */
  public static final String OPERATOR_KEY = "local-operator";

  private static final int KAFKA_PORT = 19_092;
  private static final int KAFKA_CONTROLLER_PORT = 19_093;
  private static final int DYNAMODB_PORT = 18_000;
  private static final int POSTGRES_PORT = 15_432;
  private static final int DSQL_PORT = 15_440;
  private static final int SECOND_DSQL_PORT = 15_441;
  private static final int DSQL_ADMIN_PORT = 15_442;
  private static final int MAX_PORT_OFFSET = 40_000;
  private static final int MIN_FREE_OFFSET = 100;
  private static final int PORT_SEARCHES = 200;
  private static final int MAX_CONTENDERS = 64;
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public StackConfig {
    if (portOffset < 0 || portOffset > MAX_PORT_OFFSET) {
      throw new IllegalArgumentException(
          "the port offset must be 0 to %d, not %d".formatted(MAX_PORT_OFFSET, portOffset));
    }
    if (contenders < 1 || contenders > MAX_CONTENDERS) {
      throw new IllegalArgumentException(
          "contenders must be 1 to %d, not %d".formatted(MAX_CONTENDERS, contenders));
    }
    folder = folder.toAbsolutePath().normalize();
  }

  /** The usual stack of this home, in its folder {@code .local}. */
  public static StackConfig of(ExchangeHome home) {
    return new StackConfig(home, home.local(), 0, 1, START_LIMIT);
  }

  /** The same with other ports. */
  public StackConfig withPortOffset(int offset) {
    return new StackConfig(home, folder, offset, contenders, startLimit);
  }

  /**
   * The same on ports that are free now, for stacks that must not meet another one, as in tests.
   *
   * @throws IllegalStateException if no free set of ports is found
   */
  public StackConfig withFreePorts() {
    return ThreadLocalRandom.current()
        .ints(PORT_SEARCHES, MIN_FREE_OFFSET, MAX_PORT_OFFSET)
        .mapToObj(this::withPortOffset)
        .filter(StackConfig::allPortsAreFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free set of ports was found"));
  }

  private boolean allPortsAreFree() {
    return parts().stream().flatMap(part -> part.ports().stream()).allMatch(Ports::isFree);
  }

  /** The same with other contention. */
  public StackConfig withContenders(int count) {
    return new StackConfig(home, folder, portOffset, count, startLimit);
  }

  /** The same in another folder, so that two stacks can run beside each other. */
  public StackConfig withFolder(Path other) {
    return new StackConfig(home, other, portOffset, contenders, startLimit);
  }

  /** The stores, which must serve before the services start. */
  List<Blueprint> stores() {
    return List.of(
        new KafkaBlueprint(
            KAFKA_PORT + portOffset, KAFKA_CONTROLLER_PORT + portOffset, dataOf("kafka")),
        new DynamoDbBlueprint(DYNAMODB_PORT + portOffset),
        new PostgresBlueprint(POSTGRES_PORT + portOffset, dataOf("postgres")));
  }

  /** What stands before the stores, and keeps nothing itself. */
  List<Blueprint> gateways() {
    return List.of(dsql());
  }

  DsqlBlueprint dsql() {
    return DsqlBlueprint.of(
        DSQL_PORT + portOffset,
        SECOND_DSQL_PORT + portOffset,
        DSQL_ADMIN_PORT + portOffset,
        POSTGRES_PORT + portOffset,
        dataOf("dsql"));
  }

  /** All parts, in the order in which they start. */
  List<Blueprint> parts() {
    return Stream.of(stores(), gateways(), services()).flatMap(List::stream).toList();
  }

  /** The services. */
  List<Blueprint> services() {
    return Arrays.stream(Service.values())
        .<Blueprint>map(service -> new ServiceBlueprint(service, this))
        .toList();
  }

  /** The names of all parts, in the order in which they start. */
  public List<String> partNames() {
    return parts().stream().map(Blueprint::name).toList();
  }

  /** Where the parts listen. */
  public StackAddresses addresses() {
    return StackAddresses.of(this);
  }

  int portOf(Service service) {
    return service.basePort() + portOffset;
  }

  int kafkaPort() {
    return KAFKA_PORT + portOffset;
  }

  int dynamoDbPort() {
    return DYNAMODB_PORT + portOffset;
  }

  int postgresPort() {
    return POSTGRES_PORT + portOffset;
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Where the parts' logs go. */
  public Path logs() {
    return folder.resolve("logs");
  }

  Path dataOf(String part) {
    return data().resolve(part);
  }
}
