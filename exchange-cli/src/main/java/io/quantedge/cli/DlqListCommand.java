package io.quantedge.cli;

import io.quantedge.cli.dlq.DeadLetter;
import io.quantedge.cli.dlq.DeadLetters;
import io.quantedge.localstack.ExchangeHome;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the latest dead letters, one a line. */
@Command(
    name = "list",
    description = "Shows the latest outcomes that could not be settled, oldest first.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the topic cannot be read", "3:no stack runs"})
final class DlqListCommand implements Callable<Integer> {
  private static final String ROW = "%-9s %-30s %-9s %-24s %-24s %s";
  private static final int MAX_LIMIT = 10_000;

  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DlqOptions options = new DlqOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many to show at most, 1 to 10000 (default: ${DEFAULT-VALUE}).")
  private int limit = 1;

  DlqListCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new ParameterException(
          spec.commandLine(), "the limit must be 1 to %d, not %d".formatted(MAX_LIMIT, limit));
    }
    return DlqWork.run(home, options, console, this::list);
  }

  private int list(String bootstrapServers) {
    try (DeadLetters letters = new DeadLetters(bootstrapServers)) {
      DeadLetters.Listing listing = letters.latest(limit);
      if (listing.total() == 0) {
        console.say("There are no dead letters.");
        return ExitCode.OK;
      }
      console.print(table(listing));
      console.say(
          "%d of %d shown; ./exchange dlq show POSITION tells all about one."
              .formatted(listing.latest().size(), listing.total()));
      return ExitCode.OK;
    }
  }

  static String table(DeadLetters.Listing listing) {
    String rows =
        listing.latest().stream()
            .map(letter -> "\n" + row(letter, listing))
            .collect(Collectors.joining());
    return ROW.formatted("position", "time", "replayed", "key", "slot", "cause") + rows;
  }

  private static String row(DeadLetter letter, DeadLetters.Listing listing) {
    return ROW.formatted(
        letter.position(),
        letter.time(),
        listing.replayed().containsKey(letter.position()) ? "yes" : "no",
        letter.key().isEmpty() ? "-" : Printable.line(letter.key()),
        Printable.line(letter.slot()),
        Printable.line(letter.cause()));
  }
}
