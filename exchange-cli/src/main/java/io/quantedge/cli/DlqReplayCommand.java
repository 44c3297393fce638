package io.quantedge.cli;

import io.quantedge.cli.dlq.DeadLetter;
import io.quantedge.cli.dlq.DeadLetters;
import io.quantedge.cli.dlq.Position;
import io.quantedge.cli.dlq.Replayer;
import io.quantedge.localstack.ExchangeHome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters to where they came from. */
@Command(
    name = "replay",
    description = {
      "Sends outcomes that could not be settled to the topic that they came from, each once.",
      "What was sent is marked in the dead-letter topic. Settlement takes an outcome that it has"
          + " already settled for what it is."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything asked for was sent, or would be",
      "1:something was not sent",
      "3:no stack runs"
    })
final class DlqReplayCommand implements Callable<Integer> {
  /** The broker takes 30 to 50 transactions a second, so each holds many letters. */
  private static final int LETTERS_PER_TRANSACTION = 100;

  private final ExchangeHome home;
  private final Console console;
  private final Clock clock;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DlqOptions options = new DlqOptions();

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--dry-run", description = "Only say what would be sent.")
  private boolean dryRun;

  @Option(names = "--again", description = "Also send what was already sent once.")
  private boolean again;

  /** One letter or all. */
  static final class Which {
    @Parameters(paramLabel = "POSITION", description = "As list prints it, such as 0:17.")
    private String position = "";

    @Option(names = "--all", description = "All that were not sent yet.")
    private boolean all;
  }

  DlqReplayCommand(ExchangeHome home, Console console, Clock clock) {
    this.home = home;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Optional<Position> wanted =
        which.all ? Optional.empty() : Optional.of(DlqShowCommand.parse(which.position, spec));
    return DlqWork.run(home, options, console, brokers -> replay(brokers, wanted));
  }

  private int replay(String brokers, Optional<Position> wanted) {
    if (dryRun) {
      return select(brokers, wanted, letters -> say(letters, "would send"));
    }
    try (Replayer replayer = Replayer.connect(brokers, clock)) {
      return select(
          brokers,
          wanted,
          letters -> {
            replayer.send(letters);
            say(letters, "sent");
          });
    }
  }

  /** Hands over what is to be sent, some letters at a time. */
  private int select(String brokers, Optional<Position> wanted, Batch batch) {
    try (DeadLetters letters = new DeadLetters(brokers)) {
      Set<Position> replayed = letters.replayed().keySet();
      Tally tally = new Tally();
      List<DeadLetter> waiting = new ArrayList<>();
      letters.forEach(letter -> {
        if (isChosen(letter, wanted, replayed, tally)) {
          waiting.add(letter);
        }
        if (waiting.size() == LETTERS_PER_TRANSACTION) {
          tally.handOver(waiting, batch);
        }
      });
      tally.handOver(waiting, batch);
      return verdict(tally, wanted);
    }
  }

  private boolean isChosen(
      DeadLetter letter, Optional<Position> wanted, Set<Position> replayed, Tally tally) {
    if (wanted.isPresent() && !wanted.get().equals(letter.position())) {
      return false;
    }
    tally.found++;
    if (replayed.contains(letter.position()) && !again) {
      tally.skipped++;
      return false;
    }
    Optional<String> obstacle = Replayer.obstacle(letter);
    obstacle.ifPresent(reason -> {
      tally.impossible++;
      console.complain("%s cannot be sent: %s".formatted(letter.position(), reason));
    });
    return obstacle.isEmpty();
  }

  private int verdict(Tally tally, Optional<Position> wanted) {
    if (wanted.isPresent() && tally.found == 0) {
      console.complain("there is no dead letter at position " + wanted.get());
      return ExitCode.FAILED;
    }
    console.say(
        "%d %s, %d already sent before, %d cannot be sent."
            .formatted(tally.sent, dryRun ? "to send" : "sent", tally.skipped, tally.impossible));
    if (wanted.isPresent() && tally.skipped > 0) {
      console.say("--again sends it once more.");
      return ExitCode.FAILED;
    }
    return tally.impossible == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private void say(List<DeadLetter> letters, String what) {
    letters.forEach(letter ->
        console.print(
            Printable.line(
                "%s %s to %s key=%s slot=%s"
                    .formatted(
                        what,
                        letter.position(),
                        letter.originalTopic().orElse("-"),
                        letter.key(),
                        letter.slot()))));
  }

  /** Takes letters that are to be sent together. */
  private interface Batch {
    void take(List<DeadLetter> letters);
  }

  /** What became of the letters so far. */
  private static final class Tally {
    private int found;
    private int sent;
    private int skipped;
    private int impossible;

    void handOver(List<DeadLetter> letters, Batch batch) {
      if (!letters.isEmpty()) {
        batch.take(List.copyOf(letters));
        sent += letters.size();
        letters.clear();
      }
    }
  }
}
