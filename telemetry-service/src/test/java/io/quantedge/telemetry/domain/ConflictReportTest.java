package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictReportTest {
  private static final List<SlotId> SLOTS = List.of(new SlotId("slot-1"));

  private static AttemptFailed failed(UUID id, int attempt, Cause cause) {
    return new AttemptFailed(
        id,
        SLOTS,
        "w-1",
        "us-east-1",
        attempt,
        cause,
        Optional.of("40001"),
        Optional.empty(),
        12,
        at(attempt));
  }

  private static Resolved resolved(UUID id, int attempt) {
    return new Resolved(
        id, SLOTS, "w-1", "us-east-1", attempt, Finding.ALREADY_SETTLED, at(attempt));
  }

  private static Instant at(int attempt) {
    return Folding.START.plusMillis(100L * attempt);
  }

  private static ConflictReport report(ConflictEvent... events) {
    return Folding.conflicts(Folding.fold(List.of(events), Folding.AMPLE));
  }

  @Test
  void withoutAnyConflictNoneIsUnresolved() {
    ConflictReport report = report();

    assertThat(report.conflicts()).isZero();
    assertThat(report.resolutionRate()).isEqualTo(100.0);
    assertThat(report.averageRetries()).isZero();
    assertThat(report.evidence().ageSeconds()).isNull();
  }

  @Test
  void anOperationIsOneConflictHoweverOftenItFailed() {
    UUID id = UUID.randomUUID();

    ConflictReport report =
        report(failed(id, 1, Cause.CONFLICT), failed(id, 2, Cause.CONFLICT), resolved(id, 3));

    assertThat(report.conflicts()).isEqualTo(1);
    assertThat(report.failedAttempts()).isEqualTo(2);
    assertThat(report.retries()).isEqualTo(2);
    assertThat(report.resolved()).isEqualTo(1);
    assertThat(report.recent()).hasSize(1);
    ConflictReport.Timeline timeline = report.recent().getFirst();
    assertThat(timeline.attempts()).hasSize(2);
    assertThat(timeline.end()).isEqualTo("RESOLVED");
    assertThat(timeline.finding()).isEqualTo("ALREADY_SETTLED");
    assertThat(timeline.endAttempt()).isEqualTo(3);
  }

  @Test
  void hotKeysAreTheSlotsThatAreFoughtOverAndTheAccountsThatPayForThem() {
    SlotStory story = new RandomExchange(3, Folding.START).slot("slot-1");
    String winner = story.outcome().winner().orElseThrow().bid().accountId().value();
    List<Object> events = new ArrayList<>(List.of(story.outcome()));
    for (int i = 0; i < 3; i++) {
      events.add(failed(UUID.randomUUID(), 1, Cause.CONFLICT));
    }
    events.add(failed(UUID.randomUUID(), 1, Cause.UNAVAILABLE));

    ConflictReport report = Folding.conflicts(Folding.fold(events, Folding.AMPLE));

    assertThat(report.hotKeys())
        .containsExactly(
            new ConflictReport.HotKey(winner, "ACCOUNT", 3),
            new ConflictReport.HotKey("slot-1", "SLOT", 3));
    assertThat(report.byCauseAndCode())
        .containsExactlyInAnyOrder(
            new ConflictReport.CauseLine("CONFLICT", "(none)", 3),
            new ConflictReport.CauseLine("UNAVAILABLE", "(none)", 1));
    assertThat(report.backoffMillisTotal()).isEqualTo(48);
    assertThat(report.backoff().p50Millis()).isEqualTo(12);
  }

  @Test
  void amplificationIsNotKnownUntilASettlementServiceReports() {
    ExchangeFold fold = Folding.fold(List.of(), Folding.AMPLE);
    assertThat(Folding.conflicts(fold).attemptsPerCommit()).isNull();
    assertThat(Folding.conflicts(fold).wastedWorkPercent()).isNull();

    fold.apply(
        UsageFoldTest.report(
            UUID.randomUUID(),
            Folding.START,
            Map.of(
                Count.TRUTH_ATTEMPTS, 120L,
                Count.TRUTH_FAILED_ATTEMPTS, 18L,
                Count.TRUTH_COMMITS, 100L),
            Map.of()));

    assertThat(Folding.conflicts(fold).attemptsPerCommit()).isEqualTo(1.2);
    assertThat(Folding.conflicts(fold).wastedWorkPercent()).isEqualTo(15.0);
  }

  @Test
  void anOutageIsRetriedButIsNoConflict() {
    UUID id = UUID.randomUUID();

    ConflictReport report = report(failed(id, 1, Cause.UNAVAILABLE), resolved(id, 2));

    assertThat(report.conflicts()).isZero();
    assertThat(report.resolved()).isZero();
    assertThat(report.retries()).isEqualTo(1);
    assertThat(report.recent()).isEmpty();
  }

  @Test
  void aConflictThatGaveUpIsExhaustedAndNotOpen() {
    UUID id = UUID.randomUUID();

    ConflictReport report =
        report(
            failed(id, 1, Cause.CONFLICT), new Exhausted(id, SLOTS, "w-1", "us-east-1", 1, at(2)));

    assertThat(report.exhausted()).isEqualTo(1);
    assertThat(report.open()).isZero();
    assertThat(report.resolutionRate()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0,0,100.0", "3,3,100.0", "3,2,66.7", "10000,9999,99.9", "1,0,0.0", "8,1,12.5"})
  void theResolutionRateHasOneDecimalAndIsFullOnlyIfAllAreResolved(
      long conflicts, long resolved, double rate) {
    assertThat(new ConflictCounts(conflicts, conflicts, 0, resolved, 0, 0).resolutionRate())
        .isEqualTo(rate);
  }
}
