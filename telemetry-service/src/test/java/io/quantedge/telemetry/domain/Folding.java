package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.contracts.usage.UsageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Applies events of any kind, and shuffles them. */
final class Folding {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final Limits AMPLE = new Limits(10_000, 10_000, 100_000, 10_000);

  private Folding() {}

  static ExchangeFold fold(List<?> events, Limits limits) {
    ExchangeFold fold = new ExchangeFold(limits);
    events.forEach(event -> apply(fold, event));
    return fold;
  }

  static boolean apply(ExchangeFold fold, Object event) {
    return switch (event) {
      case TrafficStats stats -> fold.apply(stats);
      case AuctionOutcome outcome -> fold.apply(outcome, outcome.closedAt().plusMillis(7));
      case SettlementEvent settlement -> fold.apply(settlement);
      case ConflictEvent conflict -> fold.apply(conflict);
      case UsageReport report -> fold.apply(report);
      default -> throw new IllegalArgumentException("no such event: " + event);
    };
  }

  /** Any order, and about a third of the events again. */
  static List<Object> shuffledWithRepeats(List<?> events, long seed) {
    Random random = new Random(seed);
    List<Object> more = new ArrayList<>(events);
    events.stream().filter(_ -> random.nextInt(3) == 0).forEach(more::add);
    Collections.shuffle(more, random);
    return more;
  }

  static Overview overview(ExchangeFold fold) {
    return overview(fold, TruthReading.NOT_ASKED);
  }

  static Overview overview(ExchangeFold fold, TruthReading truth) {
    Surroundings around =
        new Surroundings(
            new Series(12).window(), new TreeMap<>(), Provenance.complete(), truth, 50);
    return fold.overview(around, START.plusSeconds(3_600));
  }

  static ConflictReport conflicts(ExchangeFold fold) {
    return fold.conflictReport(50, START.plusSeconds(3_600));
  }
}
