package io.quantedge.ingest.testing;

import io.quantedge.localstack.ExchangeHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service as a process of its own, so that it can have a heap and an end of its own.
 */
public final class PackagedIngest implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private PackagedIngest(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and waits for nothing.
   *
   * @param environment where the stores are
   */
  public static PackagedIngest start(
      String bootstrapServers, URI dynamoDb, int heapMebibytes, Map<String, String> environment) {
    Path module = ExchangeHome.find().root().resolve("ingest-service").resolve("target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMebibytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-jar");
    command.add(module.resolve("quarkus-app").resolve("quarkus-run.jar").toString());
    int port = freePort();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(module.resolve("packaged-" + port + ".log").toFile());
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    builder.environment().put("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", dynamoDb.toString());
    builder.environment().putAll(environment);
    try {
      return new PackagedIngest(builder.start(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public boolean isReady() {
    try {
      return send(request("/q/health/ready").GET().build()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens a slot that stays open for an hour. */
  public String openSlot() throws IOException {
    String slotId = IntakeClient.freshSlotId();
    String body =
        """
        {"publisherId":"pub-1","name":"n","floor":"1","currency":"USD","closesAt":"%s"}\
        """
            .formatted(Instant.now().plusSeconds(3_600));
    int status =
        send(request("/v1/slots/" + slotId)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build())
            .statusCode();
    if (status != 201) {
      throw new IllegalStateException("the test's own slot was answered " + status);
    }
    return slotId;
  }

  public HttpResponse<String> bid(String slotId, String body) throws IOException {
    return send(
        request("/v1/slots/" + slotId + "/bids")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** What an operator's SIGTERM does. */
  public void terminate() {
    process.destroy();
  }

  /** The exit code; fails if it does not come. */
  public int awaitExit(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after " + seconds + " s");
    }
    return process.exitValue();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
