package io.quantedge.telemetry.domain;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.fixture.RandomExchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictFoldProperties {
  static List<Long> seeds() {
    return new Random(41).longs(100).boxed().toList();
  }

  /** The figures as the definitions say them, one operation after the other. */
  private static ConflictCounts naive(List<ConflictEvent> events) {
    long conflicts = 0;
    long retries = 0;
    long resolved = 0;
    long exhausted = 0;
    Collection<List<ConflictEvent>> operations =
        events.stream().collect(groupingBy(ConflictEvent::operationId)).values();
    for (List<ConflictEvent> operation : operations) {
      retries += operation.stream().mapToInt(ConflictEvent::attempt).max().orElseThrow() - 1;
      boolean conflicted =
          operation.stream()
              .anyMatch(e -> e instanceof AttemptFailed f && f.cause() == Cause.CONFLICT);
      if (conflicted) {
        conflicts++;
        if (operation.stream().anyMatch(ConflictEvent.Resolved.class::isInstance)) {
          resolved++;
        } else if (operation.stream().anyMatch(ConflictEvent.Exhausted.class::isInstance)) {
          exhausted++;
        }
      }
    }
    long failed = events.stream().filter(AttemptFailed.class::isInstance).count();
    return new ConflictCounts(operations.size(), conflicts, retries, resolved, exhausted, failed);
  }

  private static List<ConflictEvent> events(long seed) {
    RandomExchange exchange = new RandomExchange(seed, Folding.START);
    List<ConflictEvent> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.addAll(exchange.operation(new SlotId("slot-" + i)));
    }
    return events;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void figuresEqualTheNaiveRecomputationWhateverTheOrder(long seed) {
    List<ConflictEvent> events = events(seed);

    ExchangeFold fold = Folding.fold(Folding.shuffledWithRepeats(events, seed), Folding.AMPLE);

    assertThat(fold.totals().conflicts()).as("seed %d", seed).isEqualTo(naive(events));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyBreakdownAddsUpToTheWhole(long seed) {
    ConflictReport report = Folding.conflicts(Folding.fold(events(seed), Folding.AMPLE));

    assertThat(sum(report.byCause().values()))
        .as("seed %d", seed)
        .isEqualTo(report.failedAttempts());
    assertThat(sum(report.bySqlState().values()))
        .as("seed %d", seed)
        .isEqualTo(report.failedAttempts());
    assertThat(
            Stream.of(
                    report.byRegion().values().stream(),
                    report.byWorker().stream().map(ConflictReport.WorkerLine::counts))
                .map(counts -> counts.reduce(ConflictCounts.NONE, ConflictCounts::plus)))
        .as("seed %d", seed)
        .allSatisfy(all -> {
          assertThat(all.conflicts()).isEqualTo(report.conflicts());
          assertThat(all.retries()).isEqualTo(report.retries());
          assertThat(all.failedAttempts()).isEqualTo(report.failedAttempts());
        });
    assertThat(report.byCauseAndCode().stream().mapToLong(line -> line.failedAttempts()).sum())
        .as("seed %d", seed)
        .isEqualTo(report.failedAttempts());
    assertThat(
            report.retriesDistribution().stream()
                .mapToLong(line -> line.retries() * line.operations())
                .sum())
        .as("seed %d", seed)
        .isEqualTo(report.retries());
    assertThat(report.backoffMillisTotal())
        .as("seed %d", seed)
        .isEqualTo(
            events(seed).stream()
                .filter(AttemptFailed.class::isInstance)
                .mapToLong(event -> ((AttemptFailed) event).backoffMillis())
                .sum());
    assertThat(report.open())
        .as("seed %d", seed)
        .isEqualTo(report.conflicts() - report.resolved() - report.exhausted());
  }

  private static long sum(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
