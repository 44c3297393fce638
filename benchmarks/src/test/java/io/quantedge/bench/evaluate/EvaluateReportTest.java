package io.quantedge.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.bench.stats.Samples;
import io.quantedge.bench.stats.Throughput;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluateReportTest {
  @Test
  void anAimThatIsMissedIsCalledMissed() {
    EvaluateReport report =
        report(passes(400_000, 500_000), 51.2, List.of(restart(4.9), restart(5.1)));
    assertThat(report.text())
        .contains("decode and fold / decode: 0.45x (0.40x to 0.50x in the rounds)")
        .contains("aim at least 0.50x: missed")
        .contains("p99 from closesAt to outcome: 51.2 ms, aim below 50.0 ms: missed")
        .contains("the slowest: 5.1 s, aim below 5.0 s: missed")
        .doesNotContain("held");
  }

  @Test
  void anAimThatIsReachedIsCalledHeld() {
    EvaluateReport report = report(passes(500_000, 600_000), 49.9, List.of(restart(3)));
    assertThat(report.text()).contains("held").doesNotContain("missed");
  }

  private static EvaluateReport report(
      List<Reader.Pass> folds, double millis, List<Restarts.Restart> restarts) {
    return new EvaluateReport(
        Map.of(FoldRace.FOLD, folds, FoldRace.DECODE, passes(1_000_000, 1_000_000)),
        new CloseLatency.Found(Samples.of(List.of(5.0, millis)), 5_000, 10_000),
        Map.of(Restarts.WITH_SNAPSHOTS, restarts));
  }

  private static List<Reader.Pass> passes(double... perSecond) {
    return Arrays.stream(perSecond)
        .mapToObj(rate -> new Reader.Pass(new Throughput(rate, 1_000, 1), Duration.ofMillis(3)))
        .toList();
  }

  private static Restarts.Restart restart(double seconds) {
    return new Restarts.Restart(1, seconds, 20);
  }
}
