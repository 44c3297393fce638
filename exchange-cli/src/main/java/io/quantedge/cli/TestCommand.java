package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the tests by Maven and gives back its exit code. */
@Command(
    name = "test",
    description = "Runs all tests: unit, component and end-to-end.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all tests passed", "1:a test failed, or the build did"})
final class TestCommand implements Callable<Integer> {
  /** Set by the launcher script to the Maven that it found. */
  private static final String MAVEN_VARIABLE = "EXCHANGE_MVN";

  private static final long STOP_GRACE_SECONDS = 20;

  private final ExchangeHome home;
  private final Console console;

  @Option(names = "--module", paramLabel = "M", description = "Only the tests of module M.")
  private @Nullable String module;

  @Option(names = "--unit", description = "Only unit tests: a minute instead of several.")
  private boolean unit;

  @Option(
      names = "--screenshots",
      description =
          "Only the browser tests of a running exchange, which leave a picture of each view of the"
              + " live page in e2e-tests/target/live-page.")
  private boolean screenshots;

  TestCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    String maven = Optional.ofNullable(System.getenv(MAVEN_VARIABLE)).orElse("mvn");
    Process process;
    try {
      process =
          new ProcessBuilder(command(maven)).directory(home.root().toFile()).inheritIO().start();
    } catch (IOException e) {
      console.complain("Maven cannot be started (%s): %s".formatted(maven, e.getMessage()));
      return ExitCode.FAILED;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithGrace(process), "stop-maven"));
    int exitCode = process.waitFor();
    // Maven may have built this very program anew: nothing more of it may be loaded.
    Runtime.getRuntime().halt(exitCode);
    return exitCode;
  }

  List<String> command(String maven) {
    List<String> words = new ArrayList<>(List.of(maven, "-B", "-ntp", "verify"));
    words.add("-Dskip.its=" + unit);
    if (screenshots) {
      words.addAll(List.of("-pl", "e2e-tests", "-Dit.test=LivePageST"));
    } else {
      Optional.ofNullable(module).ifPresent(name -> words.addAll(List.of("-pl", name)));
    }
    return words;
  }

  private static void endWithGrace(Process process) {
    process.destroy();
    process
        .onExit()
        .orTimeout(STOP_GRACE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(e -> process.destroyForcibly())
        .join();
  }
}
