package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.contracts.usage.UsageReport.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageFoldTest {
  static List<Long> seeds() {
    return new Random(77).longs(40).boxed().toList();
  }

  static UsageReport report(
      UUID process, Instant at, Map<Count, Long> counts, Map<Level, Long> levels) {
    return new UsageReport(
        process, "ingest-service", Folding.START, at, new TreeMap<>(counts), new TreeMap<>(levels));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSumIsThatOfTheNewestReportOfEachProcessWhateverTheOrder(long seed) {
    Random random = new Random(seed);
    List<UsageReport> reports = new ArrayList<>();
    long truth = 0;
    for (int process = 0; process < 6; process++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      long bids = 0;
      for (int i = 1; i <= 1 + random.nextInt(5); i++) {
        bids += random.nextInt(1_000);
        reports.add(
            report(
                id, Folding.START.plusSeconds(i), Map.of(Count.BIDS_ACKNOWLEDGED, bids), Map.of()));
      }
      truth += bids(reports.getLast());
    }
    List<UsageReport> shuffled = new ArrayList<>(reports);
    shuffled.addAll(reports.subList(0, reports.size() / 2));
    Collections.shuffle(shuffled, random);

    UsageFold fold = new UsageFold(Folding.AMPLE);
    shuffled.forEach(fold::apply);

    assertThat(fold.sum(Count.BIDS_ACKNOWLEDGED)).as("seed %d", seed).hasValue(truth);
    assertThat(fold.processes()).as("seed %d", seed).isEqualTo(6);
    assertThat(reports).as("seed %d", seed).noneMatch(fold::apply);
  }

  private static long bids(UsageReport report) {
    return report.count(Count.BIDS_ACKNOWLEDGED);
  }

  @Test
  void whatNobodyCountsIsNotKnownAndNotZero() {
    UsageFold fold = new UsageFold(Folding.AMPLE);
    fold.apply(
        report(UUID.randomUUID(), Folding.START, Map.of(Count.BIDS_ACKNOWLEDGED, 0L), Map.of()));

    assertThat(fold.sum(Count.BIDS_ACKNOWLEDGED)).hasValue(0);
    assertThat(fold.sum(Count.TRUTH_ROWS)).isEmpty();
  }

  @Test
  void aProcessThatIsSilentHasCountsButNoLevels() {
    UsageFold fold = new UsageFold(Folding.AMPLE);
    fold.apply(
        report(
            UUID.randomUUID(),
            Folding.START,
            Map.of(Count.STORE_ITEMS, 5L),
            Map.of(Level.STORE_LAG_RECORDS, 100L)));
    fold.apply(
        report(
            UUID.randomUUID(),
            Folding.START.plusSeconds(60),
            Map.of(Count.STORE_ITEMS, 2L),
            Map.of(Level.STORE_LAG_RECORDS, 3L)));

    Instant now = Folding.START.plusSeconds(61);
    assertThat(fold.levels(Level.STORE_LAG_RECORDS, now)).containsExactly(3L);
    assertThat(fold.levels(Level.STORE_LAG_RECORDS, now.plusSeconds(60))).isEmpty();
    assertThat(fold.sum(Count.STORE_ITEMS)).hasValue(7);
  }

  @Test
  void processesThatReportedLongestAgoAreRetiredAndStayInTheSums() {
    UsageFold fold = new UsageFold(Folding.AMPLE);
    List<UsageReport> reports = new ArrayList<>();
    for (int i = 0; i < UsageFold.MAX_PROCESSES + 20; i++) {
      reports.add(
          report(
              new UUID(1, i),
              Folding.START.plusSeconds(i),
              Map.of(Count.STORE_ITEMS, 1L),
              Map.of()));
    }
    reports.forEach(fold::apply);
    reports.forEach(fold::apply);

    assertThat(fold.sum(Count.STORE_ITEMS)).hasValue(UsageFold.MAX_PROCESSES + 20L);
  }
}
