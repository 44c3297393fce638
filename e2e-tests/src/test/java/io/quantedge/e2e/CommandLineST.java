package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person types them: what they print, how they exit, and what they leave. */
class CommandLineST {
  private static final Duration LIMIT = Duration.ofSeconds(150);

  @TempDir private Path home;
  private int portOffset;

  @BeforeEach
  void aHomeOfItsOwnWithTheBuiltModules() throws IOException {
    Path checkout = Path.of(System.getProperty("exchange.home"));
    try (Stream<Path> entries = Files.list(checkout)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().startsWith(".")) {
          Files.createSymbolicLink(home.resolve(entry.getFileName()), entry);
        }
      }
    }
    portOffset = RunningExchange.freePortOffset();
  }

  @AfterEach
  void nothingIsLeftRunning() throws Exception {
    if (Files.exists(home.resolve(".local/stack.json"))) {
      type("down").exitCode();
    }
    assertNoOrphans();
  }

  @Test
  void demoWithExitTradesVerifiesReportsAndStopsEverything() throws Exception {
    Path report = home.resolve("r.json");
    Typed demo =
        type("demo", "--exit", "--bids", "1000", "--slots", "8", "--seed", "7")
            .with("--port-offset", String.valueOf(portOffset), "--report", report.toString());

    assertThat(demo.exitCode()).as(demo.printed()).isZero();

    assertThat(demo.printed()).contains("checks hold");
    JsonNode written = Json.mapper().readTree(report.toFile());
    assertThat(written.path("command").asText()).isEqualTo("demo");
    assertThat(written.path("seed").asLong()).isEqualTo(7);
    assertThat(written.path("residentMiB").asLong()).isBetween(1L, 2_560L);
    assertThat(written.path("bids").path("sent").asLong()).isEqualTo(1_000);
    assertThat(written.path("auctions")).hasSize(8);
    assertThat(written.path("conflicts").path("conflicts").asLong()).isPositive();
    assertThat(written.path("conflicts").path("resolutionRate").asDouble()).isEqualTo(100.0);
    assertThat(written.path("checks")).isNotEmpty();
    assertThat(written.path("checks"))
        .allSatisfy(check -> assertThat(check.path("holds").asBoolean()).isTrue());
    assertNoOrphans();
  }

  @Test
  void upServesUntilDownAndASecondOneIsRefused() throws Exception {
    Typed up = type("up").with("--port-offset", String.valueOf(portOffset));
    assertThat(up.exitCode()).as(up.printed()).isZero();
    assertThat(up.printed()).contains(String.valueOf(8080 + portOffset));

    Typed status = type("status");
    assertThat(status.exitCode()).as(status.printed()).isZero();
    assertThat(status.printed())
        .contains("kafka", "dynamodb", "postgres", "ingest-service", "telemetry-service", ".log");

    Typed second = type("up");
    assertThat(second.exitCode()).as(second.printed()).isNotZero();
    assertThat(second.printed()).contains("already runs").contains("./exchange down");

    Typed down = type("down");
    assertThat(down.exitCode()).as(down.printed()).isZero();
    assertNoOrphans();
    assertThat(type("status").exitCode()).as("status of nothing").isNotZero();
  }

  @Test
  void ctrlCInTheMiddleStopsEverythingAndSaysSo() throws Exception {
    Typed demo = type("demo", "--bids", "200000").with("--port-offset", String.valueOf(portOffset));
    demo.start();
    await().atMost(LIMIT).until(() -> demo.printed().contains("sending bids"));

    demo.interrupt();

    assertThat(demo.exitCode()).as(demo.printed()).isEqualTo(130);
    assertNoOrphans();
  }

  /** No process of this home is left: each has the home in its command line. */
  private void assertNoOrphans() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(ProcessHandle.allProcesses().filter(this::isOfThisHome))
                .as("processes left behind")
                .isEmpty());
  }

  private boolean isOfThisHome(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains(home.toString())).isPresent();
  }

  private Typed type(String... words) {
    return new Typed(home, List.of(words));
  }

  /** One command line and what comes of it. */
  private static final class Typed {
    private final Path home;
    private final Path output;
    private final ArrayList<String> words;
    private @Nullable Process process;

    Typed(Path home, List<String> words) {
      this.home = home;
      this.output = home.resolve("printed-" + System.nanoTime());
      this.words = new ArrayList<>(words);
    }

    Typed with(String... more) {
      words.addAll(List.of(more));
      return this;
    }

    Process start() throws IOException {
      if (process == null) {
        List<String> command =
            new ArrayList<>(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dexchange.home=" + home,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.quantedge.cli.Main"));
        command.addAll(words);
        process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
      }
      return process;
    }

    int exitCode() throws Exception {
      Process running = start();
      boolean ended = running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        running.destroy();
      }
      assertThat(ended).as(words + " did not end:\n" + printed()).isTrue();
      return running.exitValue();
    }

    void interrupt() throws Exception {
      String pid = String.valueOf(start().pid());
      assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();
    }

    String printed() throws IOException {
      return Files.exists(output) ? Files.readString(output) : "";
    }
  }
}
