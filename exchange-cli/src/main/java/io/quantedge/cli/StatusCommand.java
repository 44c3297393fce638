package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.PartStatus;
import io.quantedge.localstack.stack.PartStatus.Health;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.localstack.stack.StackState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows every part of the running stack. */
@Command(
    name = "status",
    description = "Shows each part's health, process, port, memory and log file.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all parts are healthy", "3:no stack runs", "4:a part is not healthy"})
final class StatusCommand implements Callable<Integer> {
  private static final String ROW = "%-20s %-10s %8s %6s %6s %9s  %s%n";

  private final ExchangeHome home;
  private final Console console;

  StatusCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() {
    StackConfig config = StackConfig.of(home);
    Optional<StackState> state = StackState.read(config.folder());
    List<PartStatus> parts =
        state.map(written -> PartStatus.inspect(config, written)).orElse(List.of());
    boolean supervised = state.flatMap(StackState::supervisor).isPresent();
    if (!supervised && parts.stream().allMatch(part -> part.health() == Health.DOWN)) {
      console.say("No stack runs. ./exchange up starts one.");
      return ExitCode.NOT_RUNNING;
    }
    console.print(table(parts, home.root()));
    if (!supervised) {
      console.say("Their supervisor is gone; ./exchange down ends what is left.");
      return ExitCode.UNHEALTHY;
    }
    boolean allReady =
        parts.size() == config.partNames().size()
            && parts.stream().allMatch(part -> part.health() == Health.READY);
    return allReady ? ExitCode.OK : ExitCode.UNHEALTHY;
  }

  static String table(List<PartStatus> parts, Path root) {
    String head = ROW.formatted("part", "health", "pid", "port", "MiB", "restarts", "log");
    String rows = parts.stream().map(part -> row(part, root)).collect(Collectors.joining());
    long memory = parts.stream().mapToLong(PartStatus::residentMiB).sum();
    return head + rows + String.format(Locale.ROOT, "%-47s %6d", "together", memory);
  }

  private static String row(PartStatus part, Path root) {
    boolean down = part.health() == Health.DOWN;
    return ROW.formatted(
        part.name(),
        part.health().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        down ? "-" : Long.toString(part.pid()),
        part.port(),
        down ? "-" : Long.toString(part.residentMiB()),
        part.restarts(),
        part.log().startsWith(root) ? root.relativize(part.log()) : part.log());
  }
}
