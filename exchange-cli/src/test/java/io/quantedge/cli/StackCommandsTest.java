package io.quantedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.stack.PartStatus;
import io.quantedge.localstack.stack.PartStatus.Health;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StackCommandsTest {
  private static final int KAFKA_PORT = 19_092;

  @TempDir Path folder;
  private FakeHome home;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void create() {
    home = new FakeHome(folder);
  }

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void withoutAStackStatusAndDownSaySo() {
    assertThat(home.run("status")).isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(home.run("down")).isEqualTo(ExitCode.OK);
    assertThat(home.err.toString().lines())
        .containsExactly("No stack runs. ./exchange up starts one.", "No stack runs.");
  }

  @Test
  void theBooksOfNoStackAreNotLookedFor() {
    assertThat(home.run("audit", "--all")).isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(home.err.toString().lines())
        .containsExactly("No stack runs. ./exchange up starts one.");
  }

  @Test
  void deadLettersOfNoStackAreNotLookedFor() {
    for (String line : List.of("dlq list", "dlq show 0:1", "dlq replay --all")) {
      assertThat(home.run(line.split(" "))).isEqualTo(ExitCode.NOT_RUNNING);
    }
    assertThat(home.err.toString()).contains("No stack runs.").contains("--bootstrap");
  }

  @Test
  void aTakenPortIsExplainedAndNothingIsLeft() throws Exception {
    int offset = 22_000;
    try (ServerSocket socket =
        new ServerSocket(KAFKA_PORT + offset, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(socket.getLocalPort());
      for (String command : List.of("demo", "up")) {
        assertThat(home.run(command, "--port-offset", Integer.toString(offset)))
            .isEqualTo(ExitCode.STACK_FAILED);
        assertThat(home.err.toString())
            .contains("port " + port + ", which kafka needs, is taken by pid")
            .contains("--port-offset N");
      }
    }
    assertThat(home.local().resolve("stack.json")).doesNotExist();
  }

  @Test
  void aStackThatAlreadyRunsIsNamedWithTheWayToStopIt() throws Exception {
    Process other = sleep();
    home.writeState(other, List.of());
    try (FileChannel lock =
        FileChannel.open(
            home.local().resolve("stack.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      lock.lock();
      for (String command : List.of("demo", "up")) {
        assertThat(home.run(command)).isEqualTo(ExitCode.STACK_FAILED);
        assertThat(home.err.toString())
            .contains("a stack already runs")
            .contains("pid " + other.pid())
            .contains("./exchange down");
        home.err.getBuffer().setLength(0);
      }
    }
    assertThat(other.isAlive()).isTrue();
  }

  @Test
  void downEndsTheSupervisorAndWhatItLeftBehind() throws Exception {
    Process supervisor = sleep();
    Process store = sleep();
    home.writeState(supervisor, List.of(home.part("kafka", store)));

    assertThat(home.run("down")).isEqualTo(ExitCode.OK);
    assertThat(supervisor.waitFor()).isNotZero();
    assertThat(store.waitFor()).isNotZero();
    assertThat(home.err.toString()).contains("Stopped; 1 left-over processes were ended.");
    assertThat(home.local().resolve("stack.json")).doesNotExist();
  }

  @Test
  void statusOfACrashedStackShowsWhatStillRuns() throws Exception {
    Process supervisor = sleep();
    Process store = sleep();
    home.writeState(supervisor, List.of(home.part("kafka", store)));
    supervisor.destroyForcibly().waitFor();

    assertThat(home.run("status")).isEqualTo(ExitCode.UNHEALTHY);
    assertThat(home.out.toString()).containsPattern("kafka +not ready +" + store.pid());
    assertThat(home.err.toString()).contains("./exchange down");
  }

  @Test
  void aStateFileThatCannotBeReadIsNamed() throws Exception {
    Files.writeString(home.local().resolve("stack.json"), "{");
    assertThat(home.run("status")).isEqualTo(ExitCode.STACK_FAILED);
    assertThat(home.err.toString()).contains("stack.json").contains("delete it");
  }

  @Test
  void theTableHasARowForEachPartAndTheSumOfTheirMemory() {
    PartStatus kafka =
        new PartStatus("kafka", Health.READY, 11, 19_092, 200, 0, folder.resolve(".local/k.log"));
    PartStatus ingest =
        new PartStatus("ingest-service", Health.NOT_READY, 12, 8081, 150, 2, Path.of("/var/i.log"));
    PartStatus down =
        new PartStatus("postgres", Health.DOWN, 13, 15_432, 0, 0, folder.resolve("p.log"));
    assertThat(StatusCommand.table(List.of(kafka, ingest, down), folder).lines())
        .satisfiesExactly(
            head -> assertThat(head).startsWith("part"),
            row -> assertThat(row).matches("kafka +ready +11 +19092 +200 +0 +.local/k.log"),
            row ->
                assertThat(row).matches("ingest-service +not ready +12 +8081 +150 +2 +/var/i.log"),
            row -> assertThat(row).matches("postgres +down +- +15432 +- +0 +p.log"),
            sum -> assertThat(sum).matches("together +350"));
  }

  private Process sleep() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    started.add(process);
    return process;
  }
}
