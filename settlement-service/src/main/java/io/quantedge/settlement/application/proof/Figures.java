package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.proof.ProofSide.Figure;
import io.quantedge.settlement.application.proof.ProofSide.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects figures in the order in which they are shown. Not thread-safe. */
final class Figures {
  private static final int WHOLE = 100;

  private final List<Figure> figures = new ArrayList<>();

  Figures count(String name, String label, long value) {
    return add(name, label, OptionalLong.of(value), Unit.COUNT, Optional.empty());
  }

  /** A time that is absent if it was never measured. */
  Figures time(String name, String label, Optional<Duration> time) {
    OptionalLong millis =
        time.isPresent() ? OptionalLong.of(time.get().toMillis()) : OptionalLong.empty();
    return add(name, label, millis, Unit.MILLISECONDS, Optional.empty());
  }

  Figures money(String name, String label, Money money) {
    return add(name, label, OptionalLong.empty(), Unit.MONEY, Optional.of(money.toString()));
  }

  /** How the workers fared, which every kind shows. */
  Figures workers(Runs runs) {
    return count("conflicts", "Attempts that lost a conflict", runs.conflicts())
        .count("retries", "Attempts after the first", runs.retries())
        .count("maxAttempts", "Most attempts of one worker", runs.maxAttempts())
        .time("p50Millis", "Half of the workers were done within", at(runs, 50))
        .time("p99Millis", "99 of 100 workers were done within", at(runs, 99));
  }

  List<Figure> list() {
    return List.copyOf(figures);
  }

  /** The nearest-rank percentile of how long operations took; nothing if there were none. */
  private static Optional<Duration> at(Runs runs, int percent) {
    return percentile(runs.tookMillis(), percent).map(Duration::ofMillis);
  }

  static Optional<Long> percentile(long[] values, int percent) {
    if (values.length == 0) {
      return Optional.empty();
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return Optional.of(sorted[Math.ceilDiv(sorted.length * percent, WHOLE) - 1]);
  }

  private Figures add(
      String name, String label, OptionalLong value, Unit unit, Optional<String> text) {
    figures.add(new Figure(name, label, value, unit, text));
    return this;
  }
}
