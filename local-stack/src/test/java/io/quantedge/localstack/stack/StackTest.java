package io.quantedge.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.stack.StackException.Reason;
import io.quantedge.localstack.stack.StackState.PartState;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stack refuses before it starts anything. */
class StackTest {
  private static final int OFFSET = 21_000;

  @TempDir Path folder;
  private StackConfig config;
  private final SupervisorTest.Told told = new SupervisorTest.Told();

  @BeforeEach
  void configure() {
    config =
        StackConfig.of(new ExchangeHome(folder))
            .withFolder(folder.resolve("local"))
            .withPortOffset(OFFSET);
  }

  @Test
  void aTakenPortIsNamedWithItsPartItsHolderAndTheWayOut() throws Exception {
    int port = config.postgresPort();
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(Ports.LOOPBACK))) {
      assertThatThrownBy(() -> Stack.start(config, told))
          .isInstanceOfSatisfying(
              StackException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PORT_TAKEN))
          .hasMessageContaining("port %d, which postgres needs, is taken by pid", port)
          .hasMessageContaining("--port-offset");
    }
    assertThat(StackState.read(config.folder())).isEmpty();
  }

  @Test
  void aSecondStackInTheSameFolderIsRefusedAndTheFirstIsNamed() throws Exception {
    StackFolder first = StackFolder.take(config);
    try {
      state(List.of()).write(config.folder());
      assertThatThrownBy(() -> Stack.start(config, told))
          .isInstanceOfSatisfying(
              StackException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ALREADY_RUNNING))
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .hasMessageContaining("./exchange down");
    } finally {
      first.close();
    }
    StackFolder.take(config).close();
  }

  @Test
  void aFolderThatAnotherProcessHoldsIsRefused() throws Exception {
    Files.createDirectories(config.folder());
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                config.folder().resolve("stack.lock").toString())
            .start();
    try {
      assertThat(holder.getInputStream().read()).isPositive();
      assertThatThrownBy(() -> StackFolder.take(config)).hasMessageContaining("already runs");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    StackFolder.take(config).close();
  }

  /** Locks the file, prints a sign of life, and waits. */
  static final class LockHolder {
    public static void main(String[] args) throws Exception {
      try (FileChannel channel =
          FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        System.out.println("locked");
        TimeUnit.MINUTES.sleep(2);
      }
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Files.writeString(folder.resolve("local"), "a file where the folder should be");
    assertThatThrownBy(() -> Stack.start(config, told))
        .isInstanceOfSatisfying(
            StackException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_UNUSABLE))
        .hasMessageContaining(config.folder().toString());
  }

  @Test
  void whatAKilledStackLeftRunningIsEndedByTheNext() throws Exception {
    Process leftover = new ProcessBuilder("sleep", "60").start();
    Files.createDirectories(config.data());
    Files.writeString(config.data().resolve("old"), "data");
    state(List.of(partOf(leftover, 0))).write(config.folder());

    StackFolder.take(config).close();
    assertThat(leftover.waitFor()).isNotZero();
    assertThat(config.data()).isEmptyDirectory();
    assertThat(StackState.read(config.folder())).isEmpty();
  }

  @Test
  void aProcessThatOnlyHasTheSameIdIsLeftAlone() throws Exception {
    Process innocent = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(config.folder());
      state(List.of(partOf(innocent, 3600))).write(config.folder());
      assertThat(Leftovers.end(config.folder())).isZero();
      assertThat(innocent.isAlive()).isTrue();
    } finally {
      innocent.destroyForcibly();
    }
  }

  @Test
  void theStateIsReadAsItWasWritten() throws Exception {
    Files.createDirectories(config.folder());
    StackState state =
        state(
            List.of(
                new PartState(
                    "kafka",
                    7,
                    ProcessHandle.current().info().startInstant().orElseThrow(),
                    19_092,
                    folder.resolve("kafka.log"),
                    2)));
    state.write(config.folder());
    assertThat(StackState.read(config.folder())).contains(state);
    assertThat(StackState.read(config.folder()).flatMap(StackState::supervisor)).isPresent();
  }

  @Test
  void aStateFileThatIsNoJsonIsNamed() throws Exception {
    Files.createDirectories(config.folder());
    Files.writeString(config.folder().resolve("stack.json"), "{\"supervisorPid\":");
    assertThatThrownBy(() -> StackState.read(config.folder())).hasMessageContaining("stack.json");
  }

  @Test
  void theOffsetMovesEveryPort() {
    List<Integer> ports =
        Stream.concat(config.stores().stream(), config.gateways().stream())
            .flatMap(part -> part.ports().stream())
            .sorted()
            .toList();
    assertThat(ports).containsExactly(36_432, 36_440, 36_441, 36_442, 39_000, 40_092, 40_093);
    assertThat(config.addresses().dsqlEndpoints())
        .isEqualTo("us-east-1@localhost:36440,eu-west-1@localhost:36441");
    assertThat(config.addresses().dsqlAdmin()).hasPort(36_442);
    assertThat(config.addresses().telemetry()).hasPort(8080 + OFFSET);
    assertThat(config.addresses().jdbcUrl())
        .isEqualTo("jdbc:postgresql://127.0.0.1:36432/postgres");
    assertThatThrownBy(() -> config.withPortOffset(-1)).hasMessageContaining("not -1");
    assertThatThrownBy(() -> config.withContenders(0)).hasMessageContaining("not 0");
  }

  @Test
  void aStackOfItsOwnCanHavePortsThatAreFree() {
    StackConfig own = config.withFreePorts();
    assertThat(Ports.isFree(own.kafkaPort())).isTrue();
    assertThat(Ports.isFree(own.portOf(Service.INGEST))).isTrue();
    assertThat(own.portOffset()).isNotEqualTo(config.portOffset()).isPositive();
  }

  private static PartState partOf(Process process, long secondsOlder) {
    return new PartState(
        "kafka",
        process.pid(),
        process.info().startInstant().orElseThrow().minusSeconds(secondsOlder),
        1,
        Path.of("/dev/null"),
        0);
  }

  private static StackState state(List<PartState> parts) {
    ProcessHandle self = ProcessHandle.current();
    return new StackState(self.pid(), self.info().startInstant().orElseThrow(), 0, 1, true, parts);
  }
}
