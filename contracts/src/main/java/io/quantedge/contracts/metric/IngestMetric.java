package io.quantedge.contracts.metric;

import static io.quantedge.contracts.metric.MetricSpec.LATENCY_MILLIS;
import static io.quantedge.contracts.metric.MetricSpec.counter;
import static io.quantedge.contracts.metric.MetricSpec.gauge;
import static io.quantedge.contracts.metric.MetricSpec.timer;

/**
 * What intake and the store writer publish. A bid's answer is counted once: accepted, repeated,
 * refused or failed.
 */
public enum IngestMetric implements Metric {
  BIDS_ACCEPTED(
      counter(
          "exchange.ingest.bids.accepted", "bids", "Bids that are durable and were acknowledged")),
  BIDS_REPEATED(
      counter(
          "exchange.ingest.bids.repeated",
          "bids",
          "Repeats of bids that this node knew: answered with the same receipt")),
  BIDS_REFUSED(
      counter(
              "exchange.ingest.bids.refused",
              "bids",
              "Bids that were refused, by the reason's code")
          .by("code", 24)),
  BIDS_FAILED(
      counter(
          "exchange.ingest.bids.failed",
          "bids",
          "Bids that met a defect: neither acknowledged nor refused with a reason")),
  OVERLOADED(
      counter(
              "exchange.ingest.overloaded",
              "requests",
              "Requests that were refused as OVERLOADED, by the bound that was reached")
          .by("bound", 8)
          .fromFirstUse()),
  IN_FLIGHT(
      gauge(
          "exchange.ingest.in.flight",
          "requests",
          "Requests that wait for the log's acknowledgement")),
  OPEN_SLOTS(
      gauge(
          "exchange.ingest.open.slots",
          "slots",
          "Slots without a close marker, as this node knows them")),
  OPEN_BIDS(
      gauge(
          "exchange.ingest.open.bids",
          "records",
          "Records of bids in open slots, as this node has read them")),
  STREAMS(gauge("exchange.ingest.streams", "streams", "Streams of bids that are open")),
  LOG_APPEND(
      timer(
              "exchange.ingest.log.append",
              "From handing a record to the producer to the broker's acknowledgement")
          .buckets(LATENCY_MILLIS)),
  SUBMISSIONS_READ(
      counter(
          "exchange.ingest.submissions.read",
          "submissions",
          "Submissions that were read, repeats after a crash included")),
  SUBMISSIONS_REJECTED(
      counter(
          "exchange.ingest.submissions.rejected",
          "submissions",
          "Submissions whose rejection is durable")),
  SUBMISSIONS_PUT_OFF(
      counter(
          "exchange.ingest.submissions.put.off",
          "attempts",
          "Attempts that met overload or an outage, tried again")),
  SUBMISSIONS_UNDER_WAY(
      gauge(
          "exchange.ingest.submissions.under.way",
          "submissions",
          "Submissions that are neither in the log nor rejected yet")),
  STORE_ITEMS(counter("exchange.store.items", "items", "Bids written to the store")),
  STORE_BATCHES(counter("exchange.store.batches", "requests", "Batched writes sent to the store")),
  STORE_RETRIES(
      counter(
          "exchange.store.unprocessed.retries",
          "items",
          "Items that the store sent back, tried again")),
  STORE_REPEATS(
      counter(
          "exchange.store.skipped.repeats", "records", "Records passed over: their bid is known")),
  STORE_UNREADABLE(
      counter(
          "exchange.store.unreadable.records", "records", "Records of the log that make no sense")),
  STORE_FAILED_ROUNDS(
      counter(
          "exchange.store.failed.rounds", "rounds", "Rounds that were put off and tried again")),
  STORE_PACED_WAITS(
      counter(
          "exchange.store.paced.waits",
          "waits",
          "Times that a key's writes waited for the next second")),
  STORE_HOT_SLOTS(
      gauge(
          "exchange.store.hot.slots",
          "slots",
          "Open slots whose bids are spread over more than one key")),
  STORE_MAX_SHARDS(
      gauge(
          "exchange.store.shards.max",
          "keys",
          "The most keys over which an open slot's bids are spread")),
  STORE_LAG(
      gauge(
          "exchange.store.lag.records",
          "records",
          "Records of the log that the store writer has not read")),
  STORE_OLDEST_UNWRITTEN(
      gauge(
          "exchange.store.oldest.unwritten.seconds",
          "seconds",
          "Age of the oldest record that was read and is not in the store yet"));

  private final MetricSpec spec;

  IngestMetric(MetricSpec spec) {
    this.spec = spec;
  }

  @Override
  public MetricSpec spec() {
    return spec;
  }

  @Override
  public Owner owner() {
    return Owner.INGEST;
  }
}
