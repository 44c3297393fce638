package io.quantedge.localstack.stack;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.LocalDynamoDb;
import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.part.HttpProbe;
import io.quantedge.localstack.process.JavaCommand;
import io.quantedge.localstack.process.Ports;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A packaged service against the stores of the same stack. Ready means that its readiness check
 * says so.
 *
 * @param service which one
 * @param config the stack that it belongs to
 */
record ServiceBlueprint(Service service, StackConfig config) implements Blueprint {
  private static final int HEAP_MEBIBYTES = 128;
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx" + HEAP_MEBIBYTES + "m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  @Override
  public String name() {
    return service.partName();
  }

  @Override
  public List<Integer> ports() {
    return List.of(config.portOf(service));
  }

  @Override
  public List<String> command(ExchangeHome home) {
    Path application =
        home.root()
            .resolve(service.partName())
            .resolve("target")
            .resolve("quarkus-app")
            .resolve("quarkus-run.jar");
    if (!Files.isRegularFile(application)) {
      throw new IllegalStateException(
          "%s is not built: %s is missing; run ./exchange, which builds it"
              .formatted(service.partName(), application));
    }
    String classpath = home.ownClasses() + File.pathSeparator + application;
    RunnableJar jar = read(application);
    List<String> options = new ArrayList<>(JVM_OPTIONS);
    options.addAll(jar.jvmOptions());
    return new JavaCommand(options, classpath, jar.mainClass(), List.of()).words();
  }

  private static RunnableJar read(Path application) {
    try {
      return RunnableJar.read(application);
    } catch (IOException e) {
      throw new IllegalStateException("%s cannot be read: %s".formatted(application, e), e);
    }
  }

  @Override
  public Map<String, String> environment() {
    StackAddresses addresses = config.addresses();
    return Map.ofEntries(
        Map.entry("QUARKUS_HTTP_HOST", Ports.LOOPBACK),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(config.portOf(service))),
        Map.entry("KAFKA_BOOTSTRAP_SERVERS", addresses.kafkaBootstrap()),
        Map.entry("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", addresses.dynamoDb().toString()),
        Map.entry("QUARKUS_DYNAMODB_AWS_REGION", LocalDynamoDb.REGION),
        Map.entry("QUARKUS_DYNAMODB_AWS_CREDENTIALS_TYPE", "static"),
        Map.entry(
            "QUARKUS_DYNAMODB_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID",
            LocalDynamoDb.CREDENTIAL),
        Map.entry(
            "QUARKUS_DYNAMODB_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY",
            LocalDynamoDb.CREDENTIAL),
        Map.entry("EXCHANGE_SETTLEMENT_STORE_ENDPOINTS", addresses.dsqlEndpoints()),
        Map.entry("EXCHANGE_SETTLEMENT_STORE_CA_FILE", addresses.dsqlCaFile().toString()),
        Map.entry("EXCHANGE_TELEMETRY_STORE_ENDPOINTS", addresses.dsqlEndpoints()),
        Map.entry("EXCHANGE_TELEMETRY_STORE_CA_FILE", addresses.dsqlCaFile().toString()),
        Map.entry("EXCHANGE_ACCESS_OPERATOR_KEYS", AccessKeys.digest(StackConfig.OPERATOR_KEY)),
        Map.entry("EXCHANGE_SETTLEMENT_CONTENDERS", Integer.toString(config.contenders())),
        Map.entry("EXCHANGE_SETTLEMENT_PROOFS_ENABLED", "true"),
        Map.entry("EXCHANGE_SETTLEMENT_PROOFS_FAULT_API", addresses.dsqlAdmin().toString()),
        Map.entry("EXCHANGE_TELEMETRY_SIMULATOR_ENABLED", "true"),
        Map.entry("EXCHANGE_TELEMETRY_SOURCES_INGEST", addresses.ingest().toString()),
        Map.entry("EXCHANGE_TELEMETRY_SOURCES_EVALUATOR", addresses.evaluator().toString()),
        Map.entry("EXCHANGE_TELEMETRY_SOURCES_SETTLEMENT", addresses.settlement().toString()),
        Map.entry("EXCHANGE_TELEMETRY_SOURCES_OPERATOR_KEY", StackConfig.OPERATOR_KEY));
  }

  @Override
  public boolean isReady() {
    URI health =
        URI.create("http://%s:%d/q/health/ready".formatted(Ports.LOOPBACK, config.portOf(service)));
    return HttpProbe.get(health) == HttpURLConnection.HTTP_OK;
  }
}
