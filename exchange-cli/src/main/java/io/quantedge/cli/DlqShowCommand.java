package io.quantedge.cli;

import io.quantedge.cli.dlq.DeadLetter;
import io.quantedge.cli.dlq.DeadLetters;
import io.quantedge.cli.dlq.Position;
import io.quantedge.localstack.ExchangeHome;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one dead letter with its headers and its value. */
@Command(
    name = "show",
    description = "Shows all that is known about one outcome that could not be settled.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:there is no dead letter at the position, or the topic cannot be read",
      "3:no stack runs"
    })
final class DlqShowCommand implements Callable<Integer> {
  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DlqOptions options = new DlqOptions();

  @Parameters(paramLabel = "POSITION", description = "As list prints it, such as 0:17.")
  private String position = "";

  DlqShowCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() {
    Position wanted = parse(position, spec);
    return DlqWork.run(home, options, console, brokers -> show(brokers, wanted));
  }

  private int show(String bootstrapServers, Position wanted) {
    try (DeadLetters letters = new DeadLetters(bootstrapServers)) {
      Optional<DeadLetter> letter = letters.find(wanted);
      if (letter.isEmpty()) {
        console.complain("there is no dead letter at position " + wanted);
        return ExitCode.FAILED;
      }
      console.print(text(letter.get(), Optional.ofNullable(letters.replayed().get(wanted))));
      return ExitCode.OK;
    }
  }

  static String text(DeadLetter letter, Optional<String> replayed) {
    String headers =
        letter.headers().stream()
            .map(header -> "  %s: %s%n".formatted(header.name(), header.text()))
            .collect(Collectors.joining());
    return Printable.lines(
        "position: %s%nkey: %s%nreplayed: %s%nheaders:%n%svalue (%d bytes):%n%s"
            .formatted(
                letter.position(),
                letter.key(),
                replayed.orElse("no"),
                headers,
                letter.value().length,
                letter.printableValue()));
  }

  static Position parse(String text, CommandSpec spec) {
    try {
      return Position.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
