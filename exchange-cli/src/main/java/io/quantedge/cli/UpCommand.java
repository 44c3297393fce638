package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.ChildProcess;
import io.quantedge.localstack.process.LogTail;
import io.quantedge.localstack.stack.PartStatus;
import io.quantedge.localstack.stack.StackAddresses;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.localstack.stack.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts a stack in the background and returns when it serves. */
@Command(
    name = "up",
    description =
        "Starts the exchange in the background, without traffic, and prints its addresses.")
final class UpCommand implements Callable<Integer> {
  private static final Duration STOP_GRACE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 300;
  private static final int TAIL_LINES = 40;

  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions options = new StackOptions();

  UpCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    StackConfig config = options.config(home, 1, spec);
    Optional<ProcessHandle> running =
        StackState.read(config.folder()).flatMap(StackState::supervisor);
    if (running.isPresent()) {
      console.complain(
          "a stack already runs (pid %d); stop it with ./exchange down"
              .formatted(running.get().pid()));
      return ExitCode.STACK_FAILED;
    }
    Path log = config.logs().resolve("supervisor.log");
    try {
      Files.createDirectories(config.logs());
      Files.deleteIfExists(log);
      return await(config, ChildProcess.start(command(), Map.of(), log));
    } catch (IOException e) {
      console.complain("%s cannot be written: %s".formatted(config.logs(), e));
      return ExitCode.STACK_FAILED;
    }
  }

  private int await(StackConfig config, ChildProcess supervisor) throws InterruptedException {
    Thread abandon = new Thread(() -> abandon(supervisor), "abandon-start");
    Runtime.getRuntime().addShutdownHook(abandon);
    if (!awaitServing(config, supervisor)) {
      LogTail.of(supervisor.log(), TAIL_LINES).forEach(console::say);
      return ExitCode.STACK_FAILED;
    }
    Runtime.getRuntime().removeShutdownHook(abandon);
    console.print(addresses(config.addresses()));
    return ExitCode.OK;
  }

  private boolean awaitServing(StackConfig config, ChildProcess supervisor)
      throws InterruptedException {
    int allParts = config.partNames().size();
    boolean begun = false;
    while (supervisor.isAlive()) {
      Optional<StackState> state =
          StackState.read(config.folder())
              .filter(written -> written.supervisorPid() == supervisor.pid())
              .filter(written -> !written.parts().isEmpty());
      if (state.isPresent() && !begun) {
        console.begin("Starting the exchange", allParts);
        begun = true;
      }
      boolean serving = state.filter(StackState::serving).isPresent();
      state.ifPresent(written -> console.progress(serving ? allParts : ready(config, written)));
      if (serving) {
        console.endProgress();
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    console.endProgress();
    return false;
  }

  private static long ready(StackConfig config, StackState state) {
    return PartStatus.inspect(config, state).stream()
        .filter(part -> part.health() == PartStatus.Health.READY)
        .count();
  }

  private void abandon(ChildProcess supervisor) {
    if (supervisor.isAlive()) {
      console.lastWords("stopping everything");
      supervisor.stop(STOP_GRACE);
    }
  }

  /** A process of its own session where the system can do that, deaf to this terminal's signals. */
  private List<String> command() {
    String detach =
        "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"";
    return List.of(
        "/bin/sh",
        "-c",
        detach,
        "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-D%s=%s".formatted(ExchangeHome.PROPERTY, home.root()),
        "-cp",
        absolute(System.getProperty("java.class.path", "")),
        Main.class.getName(),
        "supervise",
        "--port-offset",
        Integer.toString(options.portOffset()));
  }

  private static String absolute(String classpath) {
    return java.util.Arrays.stream(classpath.split(java.io.File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
  }

  private static String addresses(StackAddresses addresses) {
    return String.join(
        System.lineSeparator(),
        "The exchange is up:",
        "  dashboard   " + addresses.telemetry() + "/",
        "  ingest      " + addresses.ingest(),
        "  evaluator   " + addresses.evaluator(),
        "  settlement  " + addresses.settlement(),
        "  kafka       " + addresses.kafkaBootstrap(),
        "  dynamodb    " + addresses.dynamoDb(),
        "  postgres    %s (user %s, password %s)"
            .formatted(addresses.jdbcUrl(), addresses.jdbcUser(), addresses.jdbcPassword()),
        "./exchange status shows its parts, ./exchange down stops it.");
  }
}
