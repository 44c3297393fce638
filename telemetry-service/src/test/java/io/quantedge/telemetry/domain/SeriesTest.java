package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private static Totals totals(long bids) {
    ExchangeFold fold = new ExchangeFold(Folding.AMPLE);
    fold.apply(
        new TrafficStats(
            new SlotId("s"),
            0,
            1,
            new Tally(bids, bids, 0, new TreeMap<>()),
            new TreeMap<>(),
            0,
            false,
            START));
    return fold.totals();
  }

  @Test
  void theRateIsNotKnownBeforeThereAreTwoCounts() {
    Series series = new Series(60);
    assertThat(series.window().bidsPerSecond()).isEmpty();

    series.add(totals(5_000), START);

    assertThat(series.window().bidsPerSecond()).isEmpty();
  }

  @Test
  void theRateIsTheDifferenceOverTheLastTenSeconds() {
    Series series = new Series(60);
    for (int second = 0; second <= 30; second++) {
      series.add(
          totals(second <= 20 ? 1_000 : 1_000 + 50L * (second - 20)), START.plusSeconds(second));
    }

    assertThat(series.window().bidsPerSecond()).hasValue(50.0);
    assertThat(series.window().seconds()).isEqualTo(10.0);
    assertThat(series.window().bids()).isEqualTo(500);
  }

  @Test
  void theRateFallsToZeroWhenNothingComesAnyMore() {
    Series series = new Series(60);
    for (int second = 0; second <= 15; second++) {
      series.add(totals(700), START.plusSeconds(second));
    }

    assertThat(series.window().bidsPerSecond()).hasValue(0.0);
  }

  @Test
  void onlyTheNewestSamplesAreKept() {
    Series series = new Series(12);
    for (int second = 0; second < 100; second++) {
      series.add(totals(second), START.plusSeconds(second));
    }

    assertThat(series.samples()).hasSize(12);
    assertThat(series.samples().getFirst().at()).isEqualTo(START.plusSeconds(88));
  }

  @Test
  void aClockThatWasSetBackIsNotBelieved() {
    Series series = new Series(12);
    series.add(totals(10), START);

    series.add(totals(20), START.minusSeconds(5));

    assertThat(series.samples()).hasSize(1);
  }

  @Test
  void percentilesAreByNearestRank() {
    LatencySample sample = new LatencySample(100);
    for (int millis = 100; millis >= 1; millis--) {
      sample.add(Duration.ofMillis(millis));
    }

    assertThat(sample.percentiles(50, 95, 99, 100)).containsExactly(50, 95, 99, 100);

    sample.add(Duration.ofMillis(5_000));
    assertThat(sample.size()).isEqualTo(100);
    assertThat(sample.percentiles(100)).containsExactly(5_000);
  }
}
