package io.quantedge.bench.service;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.process.JavaCommand;
import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.stack.RunnableJar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A packaged service as it runs in production: with the whole of the JVM's compiler, unlike the
 * local stack, which wants to start quickly. Immutable.
 *
 * @param module the folder that it was built in, from the root of the checkout
 * @param name for people and the log file
 * @param port of its HTTP interface
 * @param environment its configuration
 */
public record PackagedService(String module, String name, int port, Map<String, String> environment)
    implements Blueprint {
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  public PackagedService {
    Map<String, String> all = new HashMap<>(environment);
    all.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment = Map.copyOf(all);
  }

  @Override
  public List<Integer> ports() {
    return List.of(port);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://%s:%d".formatted(Ports.LOOPBACK, port));
  }

  @Override
  public List<String> command(ExchangeHome home) {
    Path application = home.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.isRegularFile(application)) {
      throw new IllegalStateException(
          "%s is not built: %s is missing; run ./exchange, which builds it"
              .formatted(module, application));
    }
    try {
      RunnableJar jar = RunnableJar.read(application);
      List<String> options = new ArrayList<>(JVM_OPTIONS);
      options.addAll(jar.jvmOptions());
      String classpath = home.ownClasses() + File.pathSeparator + application;
      return new JavaCommand(options, classpath, jar.mainClass(), List.of()).words();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + application, e);
    }
  }

  @Override
  public boolean isReady() {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE_LIMIT).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(uri().resolve("/q/health/ready")).timeout(PROBE_LIMIT).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
