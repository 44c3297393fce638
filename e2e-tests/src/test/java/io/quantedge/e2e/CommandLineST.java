package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.e2e.CommandLineHome.Typed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person types them: what they print, how they exit, and what they leave. */
class CommandLineST {
  private static final Duration LIMIT = Duration.ofSeconds(150);

  @TempDir private Path folder;
  private CommandLineHome home;

  @BeforeEach
  void aHomeOfItsOwn() throws IOException {
    home = new CommandLineHome(folder);
  }

  @AfterEach
  void nothingIsLeftRunning() throws Exception {
    home.end();
  }

  @Test
  void demoWithExitTradesVerifiesReportsAndStopsEverything() throws Exception {
    Path report = folder.resolve("r.json");
    Typed demo =
        home.type("demo", "--exit", "--bids", "1000", "--slots", "8", "--seed", "7")
            .with(home.portOption())
            .with("--report", report.toString());

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
    home.assertNoOrphans();
  }

  @Test
  void upServesUntilDownAndASecondOneIsRefused() throws Exception {
    Typed up = home.type("up").with(home.portOption());
    assertThat(up.exitCode()).as(up.printed()).isZero();
    assertThat(up.printed()).contains(home.addresses().telemetry().toString());

    Typed status = home.type("status");
    assertThat(status.exitCode()).as(status.printed()).isZero();
    assertThat(status.printed())
        .contains("kafka", "dynamodb", "postgres", "ingest-service", "telemetry-service", ".log");

    Typed second = home.type("up");
    assertThat(second.exitCode()).as(second.printed()).isNotZero();
    assertThat(second.printed()).contains("already runs").contains("./exchange down");

    Typed down = home.type("down");
    assertThat(down.exitCode()).as(down.printed()).isZero();
    home.assertNoOrphans();
    assertThat(home.type("status").exitCode()).as("status of nothing").isNotZero();
  }

  @Test
  void ctrlCInTheMiddleStopsEverythingAndSaysSo() throws Exception {
    Typed demo = home.type("demo", "--bids", "200000").with(home.portOption());
    demo.start();
    await().atMost(LIMIT).until(() -> demo.printed().contains("sending bids"));

    demo.interrupt();

    assertThat(demo.exitCode()).as(demo.printed()).isEqualTo(130);
    home.assertNoOrphans();
  }
}
