package io.quantedge.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.bench.Arguments;
import io.quantedge.bench.stats.Throughput;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class IngestReportTest {
  @Test
  void eachRatioIsHeldToItsAim() {
    Map<String, List<Work>> rounds = new LinkedHashMap<>();
    rounds.put(IngestReport.SINGLE + IngestReport.STORE_AT_WORK, work(9_000));
    rounds.put(StreamedBids.NAME + IngestReport.STORE_AT_WORK, work(40_000));
    rounds.put(IngestReport.SINGLE, work(10_000));
    rounds.put(IngestReport.BARE, work(20_000));
    rounds.put(StreamedBids.NAME, work(39_000));
    rounds.put(RawProducer.NAME, work(100_000));
    IngestReport report =
        new IngestReport(rounds, Map.of(), IngestOptions.of(new Arguments(Map.of())));

    assertThat(report.text())
        .contains("single bids / bare endpoint: 0.50x (0.50x to 0.50x in the rounds)")
        .contains("NDJSON stream / raw producer: 0.39x");
    assertThat(report.text().lines().filter(line -> line.endsWith("held"))).hasSize(2);
    assertThat(report.text().lines().filter(line -> line.endsWith("missed"))).hasSize(2);
  }

  @Test
  void latenciesOfAllRoundsAreOneDistribution() {
    Latency latency = new Latency(1_000);
    for (int millis : List.of(1, 1, 10)) {
      Histogram round = new Histogram(3);
      round.recordValue(millis * 1_000_000L);
      latency.add(round, Duration.ofSeconds(1), Duration.ofMillis(100));
    }
    assertThat(latency.count()).isEqualTo(3);
    assertThat(latency.millisAt(50)).isCloseTo(1, org.assertj.core.data.Offset.offset(0.01));
    assertThat(latency.mostMillis()).isCloseTo(10, org.assertj.core.data.Offset.offset(0.1));
    assertThat(latency.loaderShare()).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
  }

  private static List<Work> work(double perSecond) {
    return List.of(
        new Work(new Throughput(perSecond, 1_000, 1), 1_000, Duration.ofMillis(50), Duration.ZERO));
  }
}
