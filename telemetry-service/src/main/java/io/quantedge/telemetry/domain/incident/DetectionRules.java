package io.quantedge.telemetry.domain.incident;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.domain.ConflictCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What makes an incident of what telemetry knows. Rates compare two observations of this process,
 * so what was on the topics before it watched is never an incident of now; whatever lasts is seen
 * at the first look. Immutable and thread-safe.
 */
public final class DetectionRules {
  /** More hot slots than this at once are one problem, and not one each. */
  static final int MAX_HOT_SLOTS = 20;

  private final Thresholds thresholds;

  public DetectionRules(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Everything that is wrong by the newest of the observations. */
  public List<Signal> signals(Observations observations) {
    return Stream.of(
            conflictStorms(observations), hotSlots(observations), stalledSettlement(observations))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Per region of the truth store: the conflicted operations per second over the window reach the
   * threshold, or an operation gave up within the window.
   */
  List<Signal> conflictStorms(Observations observations) {
    return compare(
        observations,
        thresholds.conflictWindow(),
        (before, now, seconds) ->
            now.conflictsByRegion().entrySet().stream()
                .flatMap(region ->
                    conflictStorm(
                        region.getKey(),
                        region.getValue(),
                        before
                            .conflictsByRegion()
                            .getOrDefault(region.getKey(), ConflictCounts.NONE),
                        seconds,
                        before.at()))
                .toList());
  }

  private Stream<Signal> conflictStorm(
      String region, ConflictCounts now, ConflictCounts before, double seconds, Instant from) {
    long conflicts = now.conflicts() - before.conflicts();
    long exhausted = now.exhausted() - before.exhausted();
    if (conflicts < thresholds.conflictsPerSecond() * seconds && exhausted <= 0) {
      return Stream.empty();
    }
    String note =
        "%d conflicted operations and %d that gave up in %s s: %s a second (threshold %s; none may)"
            .formatted(
                conflicts,
                exhausted,
                number(seconds),
                number(conflicts / seconds),
                number(thresholds.conflictsPerSecond()));
    return Stream.of(new Signal(IncidentKind.CONFLICT_STORM, region, note, from));
  }

  /**
   * The slots that take bids whose bids per second over the window reach the threshold. The default
   * is what one partition of the bid store takes.
   */
  List<Signal> hotSlots(Observations observations) {
    return compare(
        observations,
        thresholds.hotSlotWindow(),
        (before, now, seconds) ->
            now.receivedByOpenSlot().entrySet().stream()
                .map(slot -> HotSlot.of(slot, before, seconds))
                .filter(slot -> slot.bidsPerSecond() >= thresholds.hotSlotBidsPerSecond())
                .sorted(Comparator.comparingDouble(HotSlot::bidsPerSecond).reversed())
                .limit(MAX_HOT_SLOTS)
                .map(slot -> hotSlot(slot, seconds, before.at()))
                .toList());
  }

  private record HotSlot(SlotId slotId, double bidsPerSecond) {
    static HotSlot of(Map.Entry<SlotId, Long> slot, Observation before, double seconds) {
      long bids = slot.getValue() - before.receivedByOpenSlot().getOrDefault(slot.getKey(), 0L);
      return new HotSlot(slot.getKey(), bids / seconds);
    }
  }

  private Signal hotSlot(HotSlot slot, double seconds, Instant from) {
    String note =
        "%s bids a second over %s s (threshold %s)"
            .formatted(
                number(slot.bidsPerSecond()),
                number(seconds),
                number(thresholds.hotSlotBidsPerSecond()));
    return new Signal(IncidentKind.HOT_SLOT, slot.slotId().value(), note, from);
  }

  /** The outcome that has waited longest for its settlement has waited longer than allowed. */
  List<Signal> stalledSettlement(Observations observations) {
    return observations.newest().stream()
        .flatMap(now ->
            now.oldestWaitingSince().stream()
                .map(since -> Duration.between(since, now.at()))
                .filter(waited -> waited.compareTo(thresholds.stalledAfter()) > 0)
                .map(waited -> stalled(waited, now.at())))
        .toList();
  }

  private Signal stalled(Duration waited, Instant at) {
    String note =
        "the oldest outcome without a settlement has waited %d s (threshold %d s)"
            .formatted(waited.toSeconds(), thresholds.stalledAfter().toSeconds());
    return new Signal(
        IncidentKind.STALLED_SETTLEMENT, "settlement", note, at.minus(thresholds.reopenAfter()));
  }

  /** Every promise of the books that does not hold. */
  public Signal failedReconciliation(FailedCheck failed) {
    return new Signal(
        IncidentKind.FAILED_RECONCILIATION,
        failed.check(),
        failed.detail(),
        failed.at().minus(thresholds.reopenAfter()));
  }

  /** Every dead letter. */
  public Signal deadLetter(DeadLetter letter) {
    return new Signal(IncidentKind.DEAD_LETTER, letter.subject(), letter.cause(), letter.at());
  }

  private interface Comparison {
    List<Signal> of(Observation before, Observation now, double seconds);
  }

  /** Until the process has watched for so long there is nothing to compare with. */
  private static List<Signal> compare(
      Observations observations, Duration window, Comparison comparison) {
    return observations
        .ago(window)
        .flatMap(before ->
            observations
                .newest()
                .map(now -> {
                  double seconds = Duration.between(before.at(), now.at()).toMillis() / 1_000.0;
                  return comparison.of(before, now, seconds);
                }))
        .orElseGet(List::of);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.1f", value).replaceFirst("\\.0$", "");
  }
}
