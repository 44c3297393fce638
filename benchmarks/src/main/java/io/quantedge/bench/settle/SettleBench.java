package io.quantedge.bench.settle;

import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.Figures;
import io.quantedge.bench.Market;
import io.quantedge.bench.Progress;
import io.quantedge.bench.settle.Stage.Way;
import io.quantedge.bench.stats.Throughput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Compares how fast outcomes become truth: in groups, one by one, and as bare statements without
 * the service. All contestants run side by side and work in turn, so that they meet the same
 * machine. Used by one thread.
 */
public final class SettleBench {
  /** Share of a round's settlements that is left out at each end. */
  static final double CUT = 0.05;

  private static final long SEED = 42;
  private static final int WARMUP_OUTCOMES = 2_000;
  private static final int WARMUP_SECONDS = 3;
  private static final int LEAST_OUTCOMES = 500;
  private static final int MOST_OUTCOMES = 200_000;

  /** The service's default. */
  private static final int LANES = 6;

  private final SettleOptions options;
  private final Progress progress;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Contestant> contestants = new ArrayList<>();

  public SettleBench(SettleOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Measures; takes a few minutes.
   *
   * @throws BrokenRunException if money or slots are wrong afterwards, for then the figures say
   *     nothing
   */
  public SettleReport run() throws Exception {
    progress.say("starting a broker and a local Aurora DSQL");
    try (Stage stage = Stage.set();
        Truth truth = stage.truth()) {
      try {
        enter(stage);
        Map<Contestant, Throughput> speeds = warmUp();
        Map<Contestant, List<Throughput>> rounds = measure(speeds);
        requireTruth(truth);
        return SettleReport.of(rounds);
      } finally {
        contestants.forEach(Contestant::close);
      }
    }
  }

  private void enter(Stage stage) throws Exception {
    progress.say("starting the services");
    ServiceContestant group =
        stage.service("group", SettleReport.GROUP, Way.DIRECT, 0, random.split());
    contestants.add(group);
    contestants.add(
        stage.service("single", SettleReport.ONE_BY_ONE, Way.DIRECT, 1, random.split()));
    RawContestant raw =
        new RawContestant(
            new Market("raw", Stage.ADVERTISERS, random.split()), stage.postgres(), LANES);
    contestants.add(raw);
    group.define(raw.market().accounts());
    if (options.withDsql()) {
      contestants.add(
          stage.service("dsqlgroup", SettleReport.GROUP_DSQL, Way.DSQL, 0, random.split()));
      contestants.add(
          stage.service("dsqlsingle", SettleReport.ONE_BY_ONE_DSQL, Way.DSQL, 1, random.split()));
    }
  }

  /**
   * @return how fast each contestant was in the end
   */
  private Map<Contestant, Throughput> warmUp() throws Exception {
    Map<Contestant, Throughput> speeds = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      long end = System.nanoTime() + options.warmupSeconds() * 1_000_000_000L;
      Throughput last = contestant.settle(WARMUP_OUTCOMES);
      while (System.nanoTime() < end) {
        last = contestant.settle(outcomesFor(last, WARMUP_SECONDS));
      }
      speeds.put(contestant, last);
      progress.say(
          "warmed up: %s, %s outcomes, about %s/s"
              .formatted(
                  contestant.name(),
                  Figures.count(contestant.market().made()),
                  Figures.number(last.perSecond())));
    }
    return speeds;
  }

  /** Rounds get longer or shorter by what the one before showed; the machine may be busy. */
  private Map<Contestant, List<Throughput>> measure(Map<Contestant, Throughput> speeds)
      throws Exception {
    Map<Contestant, List<Throughput>> rounds = new LinkedHashMap<>();
    for (int round = 1; round <= options.rounds(); round++) {
      for (Map.Entry<Contestant, Throughput> speed : speeds.entrySet()) {
        Contestant contestant = speed.getKey();
        Throughput measured =
            contestant.settle(outcomesFor(speed.getValue(), options.roundSeconds()));
        speed.setValue(measured);
        rounds.computeIfAbsent(contestant, c -> new ArrayList<>()).add(measured);
        progress.say(
            "round %d of %d: %s, %s/s"
                .formatted(
                    round,
                    options.rounds(),
                    contestant.name(),
                    Figures.number(measured.perSecond())));
      }
    }
    return rounds;
  }

  /** About as many as it settles in that time, and enough for a rate. */
  private static int outcomesFor(Throughput speed, int seconds) {
    return (int) Math.clamp(speed.perSecond() * seconds, LEAST_OUTCOMES, MOST_OUTCOMES);
  }

  private void requireTruth(Truth truth) throws Exception {
    progress.say("checking slots, ledger and balances");
    for (Contestant contestant : contestants) {
      Market market = contestant.market();
      List<String> violations = truth.violations(market.name(), market.made());
      if (!violations.isEmpty()) {
        throw new BrokenRunException(contestant.name() + ": " + String.join("; ", violations));
      }
    }
  }
}
