package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a benchmark from what the build left in its module; its streams are this terminal's. */
final class BenchProcess {
  private static final String MODULE = "benchmarks";
  private static final String MAIN_CLASS = "io.quantedge.bench.Main";
  private static final long STOP_GRACE_SECONDS = 60;

  private final ExchangeHome home;
  private final Console console;

  BenchProcess(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  /**
   * @return the benchmark's exit code
   */
  int run(List<String> arguments) throws InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command(arguments)).inheritIO().start();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      console.complain("the benchmark cannot be started: " + e.getMessage());
      return ExitCode.FAILED;
    }
    Thread hook = new Thread(() -> endWithGrace(process), "stop-benchmark");
    Runtime.getRuntime().addShutdownHook(hook);
    return process.waitFor();
  }

  List<String> command(List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-D" + ExchangeHome.PROPERTY + "=" + home.root(),
            "-cp",
            classpath(),
            MAIN_CLASS));
    words.addAll(arguments);
    return words;
  }

  /** Modules of the project are taken from this checkout, wherever the build resolved them. */
  private String classpath() {
    Path target = home.root().resolve(MODULE).resolve("target");
    Path file = target.resolve("runtime.classpath");
    try (Stream<Path> built = Files.list(target)) {
      Path jar =
          built
              .filter(path ->
                  path.getFileName().toString().matches(MODULE + "-[^-]+(-SNAPSHOT)?\\.jar"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(MODULE + " is not built in " + target));
      String others =
          Files.readString(file)
              .strip()
              .replaceAll(
                  "[^:]*/io/quantedge/([a-z-]*)/[^/:]*/",
                  java.util.regex.Matcher.quoteReplacement(home.root() + "/").concat("$1/target/"));
      return jar + File.pathSeparator + others;
    } catch (IOException e) {
      throw new UncheckedIOException(MODULE + " is not built: run ./exchange bench", e);
    }
  }

  /** Long enough for the benchmark to stop its services and stores. */
  private static void endWithGrace(Process process) {
    process.destroy();
    process
        .onExit()
        .orTimeout(STOP_GRACE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(e -> process.destroyForcibly())
        .join();
  }
}
