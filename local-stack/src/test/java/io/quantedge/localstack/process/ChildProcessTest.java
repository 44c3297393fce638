package io.quantedge.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  @TempDir Path folder;

  @Test
  void aChildThatListensEndsByItself() throws Exception {
    ChildProcess child = start("exec sleep 60");
    assertThat(child.stop(Duration.ofSeconds(10))).isTrue();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void aChildThatIsDeafIsKilledWithItsDescendants() throws Exception {
    ChildProcess child = start("trap '' TERM; sleep 61 & echo $! > grandchild; wait; wait");
    Path pidFile = folder.resolve("grandchild");
    await().until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isBlank());
    long grandchild = Long.parseLong(Files.readString(pidFile).strip());

    assertThat(child.stop(Duration.ofMillis(300))).isFalse();
    assertThat(child.isAlive()).isFalse();
    await()
        .untilAsserted(
            () -> assertThat(ProcessHandle.of(grandchild).filter(Processes::isRunning)).isEmpty());
  }

  @Test
  void whatItPrintsIsInItsLogAndTheTailIsBounded() throws Exception {
    ChildProcess child = start("seq 1 100; echo oops >&2; exit 7");
    child.onExit().join();
    assertThat(child.exitCode()).isEqualTo(7);
    assertThat(LogTail.of(child.log(), 3)).containsExactly("99", "100", "oops");
    assertThat(LogTail.of(folder.resolve("none"), 3)).isEmpty();
  }

  @Test
  void aProcessIsFoundByItsIdAndItsStartOnly() throws Exception {
    ChildProcess child = start("exec sleep 60");
    try {
      assertThat(Processes.find(child.pid(), child.startedAt())).isPresent();
      assertThat(Processes.find(child.pid(), child.startedAt().minusSeconds(60))).isEmpty();
    } finally {
      child.stop(Duration.ofSeconds(5));
    }
    assertThat(Processes.find(child.pid(), child.startedAt())).isEmpty();
  }

  @Test
  void memoryOfAProcessIsMeasured() {
    ProcessHandle self = ProcessHandle.current();
    assertThat(ResidentMemory.kibibytes(self.pid())).isBetween(10_000L, 10_000_000L);
    assertThat(ResidentMemory.kibibytesOfTree(self)).isPositive();
    assertThat(ResidentMemory.kibibytes(Long.MAX_VALUE)).isZero();
  }

  private ChildProcess start(String script) throws Exception {
    return ChildProcess.start(
        List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("child.log"));
  }
}
