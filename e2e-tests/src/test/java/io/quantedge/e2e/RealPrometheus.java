package io.quantedge.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.stack.StackAddresses;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Prometheus of our own that scrapes a running exchange by the configuration that is deployed,
 * only faster and at other addresses. Ends with its close.
 */
final class RealPrometheus implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Process process;
  private final URI api;
  private final HttpClient http = HttpClient.newHttpClient();

  private RealPrometheus(Process process, URI api) {
    this.process = process;
    this.api = api;
  }

  static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Path.of(folder, "prometheus").toFile().canExecute());
  }

  /**
   * @param deployed the folder with the configuration and the rules
   * @param folder where its data and its log may be written
   */
  static RealPrometheus start(Path deployed, StackAddresses at, Path folder) throws IOException {
    int port = Ports.free(1).getFirst();
    String listen = Ports.LOOPBACK + ":" + port;
    Path config = Files.writeString(folder.resolve("prometheus.yml"), config(deployed, at));
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + listen,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    return new RealPrometheus(process, URI.create("http://" + listen + "/api/v1/"));
  }

  private static String config(Path deployed, StackAddresses at) throws IOException {
    String config =
        Files.readString(deployed.resolve("prometheus.yml"))
            .replaceAll("scrape_interval: \\S+", "scrape_interval: 2s")
            .replaceAll("scrape_timeout: \\S+", "scrape_timeout: 2s")
            .replaceAll("evaluation_interval: \\S+", "evaluation_interval: 2s")
            .replace("- rules/", "- " + deployed.resolve("rules").toAbsolutePath() + "/");
    Map<String, URI> targets =
        Map.of(
            "ingest-service:8081", at.ingest(),
            "evaluator-service:8082", at.evaluator(),
            "settlement-service:8083", at.settlement(),
            "telemetry-service:8080", at.telemetry());
    for (Map.Entry<String, URI> target : targets.entrySet()) {
      if (!config.contains(target.getKey())) {
        throw new IllegalStateException("prometheus.yml has no target " + target.getKey());
      }
      config = config.replace(target.getKey(), target.getValue().getAuthority());
    }
    return config;
  }

  /** The series that an expression has now. */
  JsonNode query(String expression) throws IOException, InterruptedException {
    return get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
        .path("result");
  }

  /** The targets that it scrapes. */
  JsonNode targets() throws IOException, InterruptedException {
    return get("targets?state=active").path("activeTargets");
  }

  /** The groups of rules that it evaluates. */
  JsonNode ruleGroups() throws IOException, InterruptedException {
    return get("rules").path("groups");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(api.resolve(path)).timeout(TIMEOUT).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode answer = Json.mapper().readTree(response.body());
    if (!answer.path("status").asText().equals("success")) {
      throw new IllegalStateException(path + " was answered " + response.body());
    }
    return answer.path("data");
  }

  @Override
  public void close() {
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
