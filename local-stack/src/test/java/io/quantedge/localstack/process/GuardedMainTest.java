package io.quantedge.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardedMainTest {
  @Test
  void aChildEndsWhenTheProcessThatStartedItIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(java(Launcher.class, List.of()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      long child = Long.parseLong(out.readLine());
      ProcessHandle handle = ProcessHandle.of(child).orElseThrow();
      parent.destroyForcibly().waitFor();
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(Processes.isRunning(handle)).isFalse());
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aChildDoesNotListenToCtrlC() throws Exception {
    Process child =
        new ProcessBuilder(
                new JavaCommand(List.of(), classpath(), Sleeper.class.getName(), List.of()).words())
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("sleeping");
      new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
      assertThat(child.waitFor(1, TimeUnit.SECONDS)).isFalse();
      child.destroy();
      assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void aGuardOfAnotherParentEndsAtOnce() throws Exception {
    Process child =
        new ProcessBuilder(java(GuardedMain.class, List.of("1", Sleeper.class.getName()))).start();
    assertThat(child.waitFor()).isEqualTo(GuardedMain.PARENT_GONE);
  }

  @Test
  void anApplicationThatFailsEndsItsJvmWhateverThreadsItLeft() throws Exception {
    Process child =
        new ProcessBuilder(
                new JavaCommand(List.of(), classpath(), Failing.class.getName(), List.of()).words())
            .start();
    try (BufferedReader err = child.errorReader()) {
      assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(1);
      assertThat(err.readLine()).contains("cannot start");
    } finally {
      child.destroyForcibly();
    }
  }

  /** Leaves a thread and fails. */
  public static final class Failing {
    public static void main(String[] args) {
      Thread.ofPlatform().start(() -> Sleeper.main(args));
      throw new IllegalStateException("cannot start");
    }
  }

  /** Starts a guarded child, prints its pid, and waits. */
  static final class Launcher {
    public static void main(String[] args) throws Exception {
      Process child =
          new ProcessBuilder(
                  new JavaCommand(List.of(), classpath(), Sleeper.class.getName(), List.of())
                      .words())
              .start();
      child.getInputStream().read();
      System.out.println(child.pid());
      child.waitFor();
    }
  }

  /** Sleeps until it is ended. */
  public static final class Sleeper {
    public static void main(String[] args) {
      System.out.println("sleeping");
      try {
        TimeUnit.MINUTES.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static List<String> java(Class<?> main, List<String> arguments) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classpath(),
                main.getName()));
    words.addAll(arguments);
    return words;
  }

  private static String classpath() {
    return System.getProperty("java.class.path");
  }
}
