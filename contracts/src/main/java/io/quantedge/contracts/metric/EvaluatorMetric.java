package io.quantedge.contracts.metric;

import static io.quantedge.contracts.metric.MetricSpec.LATENCY_MILLIS;
import static io.quantedge.contracts.metric.MetricSpec.counter;
import static io.quantedge.contracts.metric.MetricSpec.gauge;
import static io.quantedge.contracts.metric.MetricSpec.timer;

/**
 * What evaluators publish. Counters count records read, so a replay after a restart counts them
 * again; what a slot really received is in its tally.
 */
public enum EvaluatorMetric implements Metric {
  BIDS(
      counter("exchange.evaluator.bids", "bids", "Bids read from the log, by verdict")
          .by("verdict", 5)
          .by("reason", 8)),
  OUTCOMES(
      counter("exchange.evaluator.outcomes", "slots", "Slots closed by the fold").by("state", 2)),
  OPENINGS(counter("exchange.evaluator.openings", "slots", "Slots opened by the fold")),
  IGNORED_OPENINGS(
      counter("exchange.evaluator.openings.ignored", "records", "Openings of slots opened before")),
  IGNORED_MARKERS(
      counter("exchange.evaluator.markers.ignored", "records", "Close markers without effect")),
  REPLAYED(
      counter("exchange.evaluator.records.replayed", "records", "Records of slots decided before")),
  UNDECODABLE(
      counter(
          "exchange.evaluator.records.undecodable", "records", "Records skipped as unreadable")),
  FAILED_SENDS(
      counter("exchange.evaluator.sends.failed", "sends", "Failed sends; each one is repeated")),
  RESTARTS(
      counter(
          "exchange.evaluator.loop.restarts", "restarts", "Restarts of the loop after a failure")),
  SNAPSHOTS(
      counter("exchange.evaluator.snapshots", "slots", "Open slots saved for the next owner")),
  CLOSE_TO_OUTCOME(
      timer(
              "exchange.evaluator.close.to.outcome",
              "From closesAt, or a requested marker, to the outcome's acknowledgement")
          .buckets(LATENCY_MILLIS)),
  PHASE(
      gauge(
              "exchange.evaluator.phase",
              "1",
              "1 for the phase that the loop is in, 0 for the others; it answers and closes on time in ready")
          .by("phase", 6)),
  PARTITIONS(gauge("exchange.evaluator.partitions", "partitions", "Partitions owned")),
  OPEN_SLOTS(gauge("exchange.evaluator.open.slots", "slots", "Slots open in the fold")),
  REMEMBERED_BIDS(gauge("exchange.evaluator.remembered.bids", "bids", "Bids kept for open slots")),
  REMEMBERED_BYTES(
      gauge(
          "exchange.evaluator.remembered.bytes",
          "bytes",
          "Heap bytes of bids kept for open slots")),
  UNCOMMITTED(
      gauge(
          "exchange.evaluator.uncommitted.records",
          "records",
          "Records a new owner would fold again")),
  UNDELIVERED(
      gauge("exchange.evaluator.undelivered", "records", "Outcomes and markers not acknowledged")),
  LAG(gauge("exchange.evaluator.lag.records", "records", "Records of the log not read yet"));

  private final MetricSpec spec;

  EvaluatorMetric(MetricSpec spec) {
    this.spec = spec;
  }

  @Override
  public MetricSpec spec() {
    return spec;
  }

  @Override
  public Owner owner() {
    return Owner.EVALUATOR;
  }
}
