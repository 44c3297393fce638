package io.quantedge.telemetry.micrometer;

import java.util.Set;

/**
 * Every metric of the exchange that telemetry publishes. Dashboards and rules may name these and no
 * others; a test holds them to it. All sums are rebuilt at start, so they go on where they were.
 */
public enum ExchangeMetric {
  BIDS("exchange.bids", Type.COUNTER, "Bids by verdict: counted, duplicate, rejected, late"),
  BIDS_REJECTED(
      "exchange.bids.rejected", Type.COUNTER, "Rejected bids by reason, as the evaluators judged"),
  BIDS_RECEIVED(
      "exchange.bids.received", Type.COUNTER, "Bids before the close markers, by bidder's region"),
  BIDS_PER_SECOND(
      "exchange.bids.per.second", Type.GAUGE, "Bids per second over the last ten; NaN if unknown"),
  SLOTS("exchange.slots", Type.GAUGE, "Slots by whether their auction has ended: open, closed"),
  OUTCOMES("exchange.outcomes", Type.COUNTER, "Auctions decided, by state: awarded, unsold"),
  SETTLEMENTS(
      "exchange.settlements", Type.COUNTER, "Slots settled, by state: settled, rejected, unsold"),
  SETTLEMENTS_WAITING(
      "exchange.settlements.waiting", Type.GAUGE, "Outcomes that have no settlement yet"),
  OLDEST_WAITING(
      "exchange.settlements.oldest.waiting.seconds",
      Type.GAUGE,
      "Age of the oldest outcome without a settlement; 0 if there is none"),
  CLOSE_TO_SETTLED(
      "exchange.close.to.settled",
      Type.TIMER,
      "From a slot's close marker to its committed settlement"),
  CLOSE_TO_OUTCOME(
      "exchange.close.to.outcome",
      Type.TIMER,
      "From a slot's close marker to the outcome's record on its topic"),
  OUTCOME_TO_SETTLED(
      "exchange.outcome.to.settled",
      Type.TIMER,
      "From the outcome's record on its topic to the committed settlement"),
  RECONCILIATION(
      "exchange.reconciliation.holds",
      Type.GAUGE,
      "Whether sums that must agree do, by check: 1 holds, 0 does not, NaN not known"),
  CONFLICTS(
      "exchange.conflicts",
      Type.COUNTER,
      "Operations with at least one attempt that failed by a conflict"),
  CONFLICTS_BY_REGION(
      "exchange.region.conflicts", Type.COUNTER, "The same by region of the truth store"),
  CONFLICT_RETRIES("exchange.conflict.retries", Type.COUNTER, "Attempts after the first one"),
  CONFLICTS_RESOLVED(
      "exchange.conflicts.resolved", Type.COUNTER, "Conflicted operations that came to their end"),
  CONFLICTS_EXHAUSTED(
      "exchange.conflicts.exhausted", Type.COUNTER, "Conflicted operations that gave up"),
  CONFLICTS_OPEN(
      "exchange.conflicts.open", Type.GAUGE, "Conflicted operations that have not ended"),
  CONFLICT_RESOLUTION_RATE(
      "exchange.conflict.resolution.rate",
      Type.GAUGE,
      "Per cent of the conflicts that were resolved; 100 if there was none"),
  ATTEMPTS_FAILED(
      "exchange.attempts.failed", Type.COUNTER, "Failed attempts on the truth store, by cause"),
  RECORDS_UNREADABLE(
      "exchange.telemetry.records.unreadable",
      Type.COUNTER,
      "Records that could not be read and were skipped, by topic"),
  REPLAY_REMAINING(
      "exchange.telemetry.replay.remaining",
      Type.GAUGE,
      "Records still to be read until the state is rebuilt; -1 until the broker told"),
  ARCHIVE_BACKLOG(
      "exchange.telemetry.archive.backlog",
      Type.GAUGE,
      "Conflict events that are not in the truth store yet"),
  ARCHIVE_STORED(
      "exchange.telemetry.archive.stored", Type.COUNTER, "Conflict events given to the store"),
  ARCHIVE_FAILURES(
      "exchange.telemetry.archive.failures",
      Type.COUNTER,
      "Writes of conflict events that failed and were tried again"),
  ARCHIVE_UNSTORABLE(
      "exchange.telemetry.archive.unstorable",
      Type.COUNTER,
      "Conflict events that the store refuses for good"),
  LIVE_WATCHERS("exchange.telemetry.live.watchers", Type.GAUGE, "Open live streams"),
  INCIDENTS(
      "exchange.incidents",
      Type.GAUGE,
      "Incidents in the truth store, by kind and state; NaN until it was asked"),
  INCIDENTS_RAISED(
      "exchange.incidents.raised",
      Type.COUNTER,
      "Incidents that this process opened or reopened, by type: opened, reopened"),
  INCIDENT_DETECTION_FAILURES(
      "exchange.incidents.detection.failures",
      Type.COUNTER,
      "Steps of the detection of incidents that failed and are tried again"),
  DEAD_LETTERS_DROPPED(
      "exchange.incidents.letters.dropped",
      Type.COUNTER,
      "Dead letters that found no place in memory, and are looked at again after a restart"),
  PROOFS(
      "exchange.proofs",
      Type.COUNTER,
      "Proofs that this process ran, by kind and result: holds, fails, failed");

  private final String meterName;
  private final Type type;
  private final String description;

  ExchangeMetric(String meterName, Type type, String description) {
    this.meterName = meterName;
    this.type = type;
    this.description = description;
  }

  private enum Type {
    COUNTER,
    GAUGE,
    TIMER
  }

  /** The name under which the meter is registered. */
  public String meterName() {
    return meterName;
  }

  /** What it means, for people who look at it. */
  public String description() {
    return description;
  }

  /** The names under which Prometheus finds its samples. */
  public Set<String> prometheusNames() {
    String name = meterName.replace('.', '_');
    return switch (type) {
      case COUNTER -> Set.of(name + "_total");
      case GAUGE -> Set.of(name);
      case TIMER ->
          Set.of(
              name + "_seconds_bucket",
              name + "_seconds_count",
              name + "_seconds_sum",
              name + "_seconds_max");
    };
  }
}
