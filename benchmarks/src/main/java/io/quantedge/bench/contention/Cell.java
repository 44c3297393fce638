package io.quantedge.bench.contention;

import io.quantedge.bench.stats.Samples;
import java.util.ArrayList;
import java.util.List;

/** All races of one strategy with one number of workers. Not thread-safe. */
final class Cell {
  private final List<Race> races = new ArrayList<>();

  /**
   * One race.
   *
   * @param runs of each worker
   * @param millis from the start line until the last worker had ended
   */
  record Race(List<Run> runs, double millis) {
    Race {
      runs = List.copyOf(runs);
    }
  }

  void add(Race race) {
    races.add(race);
  }

  int races() {
    return races.size();
  }

  /** Share of the workers that got what they wanted, 0 to 1. */
  double successShare() {
    return (double) successes() / runs().size();
  }

  /** All attempts, the lost ones included, for each worker that succeeded. */
  double attemptsPerSuccess() {
    return runs().stream().mapToLong(Run::attempts).sum() / (double) successes();
  }

  long conflicts() {
    return runs().stream().mapToLong(Run::conflicts).sum();
  }

  /** How long whole races took, in milliseconds. */
  Samples millis() {
    return Samples.of(races.stream().map(Race::millis).toList());
  }

  private long successes() {
    return runs().stream().filter(Run::succeeded).count();
  }

  private List<Run> runs() {
    return races.stream().flatMap(race -> race.runs().stream()).toList();
  }
}
