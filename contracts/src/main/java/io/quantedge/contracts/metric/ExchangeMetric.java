package io.quantedge.contracts.metric;

import static io.quantedge.contracts.metric.MetricSpec.LATENCY_MILLIS;
import static io.quantedge.contracts.metric.MetricSpec.counter;
import static io.quantedge.contracts.metric.MetricSpec.gauge;
import static io.quantedge.contracts.metric.MetricSpec.timer;

/**
 * What telemetry publishes of the whole exchange, and of itself. All sums are rebuilt at start, so
 * they go on where they were.
 */
public enum ExchangeMetric implements Metric {
  BIDS(
      counter("exchange.bids", "bids", "Bids by verdict: counted, duplicate, rejected, late")
          .by("verdict", 4)),
  BIDS_REJECTED(
      counter("exchange.bids.rejected", "bids", "Rejected bids by reason, as the evaluators judged")
          .by("reason", 7)),
  BIDS_RECEIVED(
      counter("exchange.bids.received", "bids", "Bids before the close markers, by bidder's region")
          .by("region", 64)
          .fromFirstUse()),
  BIDS_PER_SECOND(
      gauge(
          "exchange.bids.per.second",
          "bids per second",
          "Bids per second over the last ten; NaN if unknown")),
  SLOTS(
      gauge("exchange.slots", "slots", "Slots by whether their auction has ended: open, closed")
          .by("state", 2)),
  OUTCOMES(
      counter("exchange.outcomes", "slots", "Auctions decided, by state: awarded, unsold")
          .by("state", 2)),
  SETTLEMENTS(
      counter("exchange.settlements", "slots", "Slots settled, by state: settled, rejected, unsold")
          .by("state", 3)),
  SETTLEMENTS_WAITING(
      gauge("exchange.settlements.waiting", "outcomes", "Outcomes that have no settlement yet")),
  OLDEST_WAITING(
      gauge(
          "exchange.settlements.oldest.waiting.seconds",
          "seconds",
          "Age of the oldest outcome without a settlement; 0 if there is none")),
  CLOSE_TO_SETTLED(
      timer("exchange.close.to.settled", "From a slot's close marker to its committed settlement")
          .buckets(LATENCY_MILLIS)),
  CLOSE_TO_OUTCOME(
      timer(
              "exchange.close.to.outcome",
              "From a slot's close marker to the outcome's record on its topic")
          .buckets(LATENCY_MILLIS)),
  OUTCOME_TO_SETTLED(
      timer(
              "exchange.outcome.to.settled",
              "From the outcome's record on its topic to the committed settlement")
          .buckets(LATENCY_MILLIS)),
  CONFLICTS(
      counter(
          "exchange.conflicts",
          "operations",
          "Operations with at least one attempt that failed by a conflict")),
  CONFLICTS_BY_REGION(
      counter("exchange.region.conflicts", "operations", "The same by region of the truth store")
          .by("region", 257)
          .fromFirstUse()),
  CONFLICT_RETRIES(
      counter("exchange.conflict.retries", "attempts", "Attempts after the first one")),
  CONFLICTS_RESOLVED(
      counter(
          "exchange.conflicts.resolved",
          "operations",
          "Conflicted operations that came to their end")),
  CONFLICTS_EXHAUSTED(
      counter("exchange.conflicts.exhausted", "operations", "Conflicted operations that gave up")),
  CONFLICTS_OPEN(
      gauge("exchange.conflicts.open", "operations", "Conflicted operations that have not ended")),
  CONFLICT_RESOLUTION_RATE(
      gauge(
          "exchange.conflict.resolution.rate",
          "per cent",
          "Per cent of the conflicts that were resolved; 100 if there was none")),
  ATTEMPTS_FAILED(
      counter(
              "exchange.attempts.failed",
              "attempts",
              "Failed attempts on the truth store, by cause")
          .by("cause", 3)),
  RECONCILIATION(
      gauge(
              "exchange.reconciliation.holds",
              "1",
              "Whether sums that must agree do, by check: 1 holds, 0 does not, NaN not known")
          .by("check", 8)),
  INCIDENTS(
      gauge(
              "exchange.incidents",
              "incidents",
              "Incidents in the truth store, by kind and state; NaN until it was asked")
          .by("kind", 5)
          .by("state", 3)),
  INCIDENTS_RAISED(
      counter(
              "exchange.incidents.raised",
              "incidents",
              "Incidents that this process opened or reopened, by type: opened, reopened")
          .by("type", 2)),
  INCIDENT_DETECTION_FAILURES(
      counter(
          "exchange.incidents.detection.failures",
          "steps",
          "Steps of the detection of incidents that failed and are tried again")),
  DEAD_LETTERS_DROPPED(
      counter(
          "exchange.incidents.letters.dropped",
          "letters",
          "Dead letters that found no place in memory, and are looked at again after a restart")),
  PROOFS(
      counter(
              "exchange.proofs",
              "runs",
              "Proofs that this process ran, by kind and result: holds, fails, failed")
          .by("kind", 4)
          .by("result", 3)),
  RECORDS_UNREADABLE(
      counter(
              "exchange.telemetry.records.unreadable",
              "records",
              "Records that could not be read and were skipped, by topic")
          .by("topic", 8)),
  REPLAY_REMAINING(
      gauge(
          "exchange.telemetry.replay.remaining",
          "records",
          "Records still to be read until the state is rebuilt; -1 until the broker told")),
  ARCHIVE_BACKLOG(
      gauge(
          "exchange.telemetry.archive.backlog",
          "events",
          "Conflict events that are not in the truth store yet")),
  ARCHIVE_STORED(
      counter("exchange.telemetry.archive.stored", "events", "Conflict events given to the store")),
  ARCHIVE_FAILURES(
      counter(
          "exchange.telemetry.archive.failures",
          "writes",
          "Writes of conflict events that failed and were tried again")),
  ARCHIVE_UNSTORABLE(
      counter(
          "exchange.telemetry.archive.unstorable",
          "events",
          "Conflict events that the store refuses for good")),
  LIVE_WATCHERS(gauge("exchange.telemetry.live.watchers", "streams", "Open live streams"));

  private final MetricSpec spec;

  ExchangeMetric(MetricSpec spec) {
    this.spec = spec;
  }

  @Override
  public MetricSpec spec() {
    return spec;
  }

  @Override
  public Owner owner() {
    return Owner.TELEMETRY;
  }
}
