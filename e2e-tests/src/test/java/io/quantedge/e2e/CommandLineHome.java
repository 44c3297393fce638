package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.StackAddresses;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.localstack.stack.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home of its own with the built modules, in which commands are typed as a person types them. */
final class CommandLineHome {
  private static final Duration LIMIT = Duration.ofSeconds(150);

  private final Path folder;
  private final int portOffset = RunningExchange.freePortOffset();

  CommandLineHome(Path folder) throws IOException {
    this.folder = folder;
    Path checkout = Path.of(System.getProperty("exchange.home"));
    try (Stream<Path> entries = Files.list(checkout)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().startsWith(".")) {
          Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  Path folder() {
    return folder;
  }

  ExchangeHome home() {
    return new ExchangeHome(folder);
  }

  /** Add it to commands that start a stack. */
  String[] portOption() {
    return new String[] {"--port-offset", String.valueOf(portOffset)};
  }

  /** Where the stack's parts listen. */
  StackAddresses addresses() {
    return StackConfig.of(home()).withPortOffset(portOffset).addresses();
  }

  /** What the running stack has written down. */
  StackState state() {
    return StackState.read(home().local()).orElseThrow();
  }

  /** The process of a part. */
  long pidOf(String part) {
    return state().parts().stream()
        .filter(one -> one.name().equals(part))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  Typed type(String... words) {
    return new Typed(this, List.of(words));
  }

  /** Ends whatever still runs here. */
  void end() throws Exception {
    if (Files.exists(home().local().resolve("stack.json"))) {
      int unused = type("down").exitCode();
    }
    assertNoOrphans();
  }

  /** No process of this home is left: each has the home in its command line. */
  void assertNoOrphans() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(ProcessHandle.allProcesses().filter(this::isOfThisHome))
                .as("processes left behind")
                .isEmpty());
  }

  private boolean isOfThisHome(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(folder.toString()))
        .isPresent();
  }

  /** One command line and what comes of it. */
  static final class Typed {
    private final Path home;
    private final Path output;
    private final ArrayList<String> words;
    private @Nullable Process process;

    private Typed(CommandLineHome home, List<String> words) {
      this.home = home.folder;
      this.output = home.folder.resolve("printed-" + System.nanoTime());
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
                    "-Xmx512m",
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
