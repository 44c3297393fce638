package io.quantedge.e2e.evaluation;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.LocalDynamoDb;
import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.part.HttpProbe;
import io.quantedge.localstack.process.JavaCommand;
import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.stack.RunnableJar;
import io.quantedge.localstack.stack.Service;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A packaged service as a process of its own, of which there may be several.
 *
 * @param name of this instance
 * @param settings environment variables beside those that every service gets
 */
record PackagedService(Service service, String name, int port, Map<String, String> settings)
    implements Blueprint {
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx192m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  static PackagedService ingest(String kafka, URI dynamoDb) {
    Map<String, String> settings = new HashMap<>();
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    settings.put("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", dynamoDb.toString());
    settings.put("QUARKUS_DYNAMODB_AWS_REGION", LocalDynamoDb.REGION);
    return new PackagedService(Service.INGEST, "ingest", freePort(), settings);
  }

  /** An evaluator whose operator's key is that of every local stack. */
  static PackagedService evaluator(String name, String kafka, String operatorDigest) {
    Map<String, String> settings = new HashMap<>();
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    settings.put("EXCHANGE_ACCESS_OPERATOR_KEYS", operatorDigest);
    return new PackagedService(Service.EVALUATOR, name, freePort(), settings);
  }

  URI at(String path) {
    return URI.create("http://%s:%d%s".formatted(Ports.LOOPBACK, port, path));
  }

  @Override
  public List<Integer> ports() {
    return List.of(port);
  }

  @Override
  public List<String> command(ExchangeHome home) {
    Path application =
        home.root().resolve(service.partName()).resolve("target/quarkus-app/quarkus-run.jar");
    try {
      RunnableJar jar = RunnableJar.read(application);
      List<String> options = new ArrayList<>(JVM_OPTIONS);
      options.addAll(jar.jvmOptions());
      return new JavaCommand(
              options,
              home.ownClasses() + File.pathSeparator + application,
              jar.mainClass(),
              List.of())
          .words();
    } catch (IOException e) {
      throw new UncheckedIOException(application + " is not built", e);
    }
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(settings);
    all.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return all;
  }

  @Override
  public boolean isReady() {
    return HttpProbe.get(at("/q/health/ready")) == HttpURLConnection.HTTP_OK;
  }

  private static int freePort() {
    return Ports.free(1).getFirst();
  }
}
