package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmarks of traffic in small: they measure, check what they measured, and leave nothing.
 */
class TrafficBenchmarksST {
  private static final long LIMIT_SECONDS = 240;

  @TempDir private Path folder;

  @Test
  void intakeIsMeasuredBesideWhatItIsComparedWith() throws Exception {
    String printed =
        bench("ingest", "--rounds=1", "--round-seconds=2", "--warmup-seconds=3", "--connections=8");

    assertThat(printed)
        .contains("| single bids over HTTP", "| bare endpoint", "| NDJSON stream", "| raw Kafka")
        .contains("single bids / bare endpoint: ", "NDJSON stream / raw producer: ", "p99.9");
    JsonNode json = Json.mapper().readTree(folder.resolve("ingest.json").toFile());
    assertThat(json.path("singleByBare").asDouble()).isPositive();
    assertThat(json.path("streamByRaw").asDouble()).isPositive();
    assertThat(json.path("latencies")).hasSize(2);
  }

  @Test
  void evaluationIsMeasuredBesideWhatItIsComparedWith() throws Exception {
    String printed =
        bench(
            "evaluate",
            "--rounds=1",
            "--records=20000",
            "--closes=10",
            "--warmup-closes=5",
            "--bids-per-second=500",
            "--open-bids=20000");

    assertThat(printed)
        .contains("| decode and fold", "from closesAt to outcome", "with snapshots")
        .contains("decode and fold / decode: ", "to caught up, the slowest: ");
    JsonNode json = Json.mapper().readTree(folder.resolve("evaluate.json").toFile());
    assertThat(json.path("foldByDecode").asDouble()).isPositive();
    assertThat(json.path("closeToOutcome").path("count").asInt()).isEqualTo(10);
    assertThat(json.path("restarts").path("with snapshots")).hasSize(1);
  }

  private String bench(String name, String... options) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dexchange.home=" + System.getProperty("exchange.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.quantedge.cli.Main",
                "bench",
                name,
                "--json=" + folder.resolve(name + ".json")));
    words.addAll(List.of(options));
    Path output = folder.resolve(name + ".txt");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroy();
    }
    String printed = Files.readString(output);
    assertThat(ended).as("%s did not end:%n%s", words, printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
