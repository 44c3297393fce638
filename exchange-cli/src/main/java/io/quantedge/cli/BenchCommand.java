package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures in a JVM of its own: the benchmarks bring libraries that no other command needs. */
@Command(
    name = "bench",
    description = "Measures what intake, evaluation and settling cost, and what contention does.",
    synopsisSubcommandLabel = "BENCHMARK",
    commandListHeading = "%nBenchmarks:%n")
final class BenchCommand implements Runnable {
  static final int MOST_ROUNDS = 1_000;
  static final int MOST_SECONDS = 3_600;
  private static final int MOST_WORKERS = 150;
  private static final int MOST_MINUTES = 600;

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(ExchangeHome home, Console console) {
    CommandLine line = new CommandLine(new BenchCommand());
    line.addSubcommand(new BenchIngest(home, console));
    line.addSubcommand(new BenchEvaluate(home, console));
    line.addSubcommand(new Settle(home, console));
    line.addSubcommand(new Contention(home, console));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which benchmark?");
  }

  static void require(CommandSpec spec, String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %,d; it was %d".formatted(name, most, value));
    }
  }

  /** The benchmark does not know the caller's folder. */
  static Optional<String> file(CommandSpec spec, String name, @Nullable Path file) {
    if (file == null) {
      return Optional.empty();
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    if (!Files.isDirectory(folder) || Files.isDirectory(absolute)) {
      throw new ParameterException(
          spec.commandLine(), "%s cannot be written to %s".formatted(name, absolute));
    }
    return Optional.of(name + "=" + absolute);
  }

  /** How fast outcomes become truth. */
  @Command(
      name = "settle",
      description = {
        "Settlements per second of the packaged service in groups and one by one, and of the same"
            + " statements without the service, on PostgreSQL directly; beside them, what the local"
            + " Aurora DSQL before it costs. About eight minutes."
      })
  static final class Settle implements Callable<Integer> {
    private final ExchangeHome home;
    private final Console console;
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--rounds",
        paramLabel = "N",
        defaultValue = "3",
        description = "Measured rounds of each variant (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
        names = "--round-seconds",
        paramLabel = "S",
        defaultValue = "8",
        description = "About how long each of them lasts (default: ${DEFAULT-VALUE}).")
    private int roundSeconds;

    @Option(
        names = "--warmup-seconds",
        paramLabel = "S",
        defaultValue = "60",
        description = "How long each variant works before, at least (default: ${DEFAULT-VALUE}).")
    private int warmupSeconds;

    @Option(names = "--direct-only", description = "Leave out the local Aurora DSQL.")
    private boolean directOnly;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result to FILE too.")
    private @Nullable Path json;

    Settle(ExchangeHome home, Console console) {
      this.home = home;
      this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
      return new BenchProcess(home, console).run(words());
    }

    List<String> words() {
      require(spec, "--rounds", rounds, MOST_ROUNDS);
      require(spec, "--round-seconds", roundSeconds, MOST_SECONDS);
      require(spec, "--warmup-seconds", warmupSeconds, MOST_SECONDS);
      List<String> words =
          new ArrayList<>(
              List.of(
                  "settle",
                  "rounds=" + rounds,
                  "round-seconds=" + roundSeconds,
                  "warmup-seconds=" + warmupSeconds,
                  "direct-only=" + directOnly));
      file(spec, "json", json).ifPresent(words::add);
      return words;
    }
  }

  /** What workers that fight over one row get done. */
  @Command(
      name = "contention",
      description = {
        "Lets workers race for one row of the local Aurora DSQL and compares ways to try again:"
            + " who succeeds, with how many attempts, and how long the race takes. Thirty"
            + " repetitions of all sizes take about an hour on two processors."
      })
  static final class Contention implements Callable<Integer> {
    private final ExchangeHome home;
    private final Console console;
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--workers",
        paramLabel = "N",
        split = ",",
        defaultValue = "2,5,10,25,50,100",
        description = "How many race, separated by commas (default: ${DEFAULT-VALUE}).")
    private List<Integer> workers = new ArrayList<>();

    @Option(
        names = "--repetitions",
        paramLabel = "N",
        defaultValue = "30",
        description = "Races of each kind (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
        names = "--minutes-per-size",
        paramLabel = "N",
        description = "Give a size no further repetition after so long (default: no limit).")
    private int minutesPerSize;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the result to FILE, as SVG.")
    private @Nullable Path plot;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result to FILE too.")
    private @Nullable Path json;

    Contention(ExchangeHome home, Console console) {
      this.home = home;
      this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
      return new BenchProcess(home, console).run(words());
    }

    List<String> words() {
      require(spec, "--repetitions", repetitions, MOST_ROUNDS);
      workers.forEach(count -> require(spec, "--workers", count, MOST_WORKERS));
      List<String> words = new ArrayList<>(List.of("contention", "repetitions=" + repetitions));
      if (minutesPerSize != 0) {
        require(spec, "--minutes-per-size", minutesPerSize, MOST_MINUTES);
        words.add("minutes-per-size=" + minutesPerSize);
      }
      words.add(
          "workers=" + String.join(",", workers.stream().distinct().map(String::valueOf).toList()));
      file(spec, "plot", plot).ifPresent(words::add);
      file(spec, "json", json).ifPresent(words::add);
      return words;
    }
  }
}
