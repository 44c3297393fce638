package io.quantedge.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
  @TempDir Path data;
  private Process other;

  @BeforeEach
  void startSomeProcess() throws Exception {
    other = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void endIt() {
    other.destroyForcibly();
  }

  @Test
  void theProcessThatTheFileNamesIsFoundAndEnded() throws Exception {
    write(other.pid(), other.info().startInstant().orElseThrow());
    assertThat(Postmaster.in(data).map(found -> found.process().pid())).contains(other.pid());

    Postmaster.in(data).orElseThrow().end();
    assertThat(other.waitFor()).isNotZero();
    assertThat(Postmaster.in(data)).isEmpty();
  }

  @Test
  void aProcessThatGotTheSameIdLaterIsLeftAlone() throws Exception {
    write(other.pid(), other.info().startInstant().orElseThrow().minusSeconds(3600));
    assertThat(Postmaster.in(data)).isEmpty();
  }

  @Test
  void noFileOrHalfAFileIsNoServer() throws Exception {
    assertThat(Postmaster.in(data)).isEmpty();
    Files.writeString(data.resolve("postmaster.pid"), other.pid() + "\n");
    assertThat(Postmaster.in(data)).isEmpty();
  }

  private void write(long pid, Instant startedAt) throws Exception {
    Files.write(
        data.resolve("postmaster.pid"),
        List.of(
            Long.toString(pid),
            data.toString(),
            Long.toString(startedAt.getEpochSecond()),
            "15432"));
  }
}
