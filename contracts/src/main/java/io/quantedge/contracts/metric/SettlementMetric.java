package io.quantedge.contracts.metric;

import static io.quantedge.contracts.metric.MetricSpec.LATENCY_MILLIS;
import static io.quantedge.contracts.metric.MetricSpec.counter;
import static io.quantedge.contracts.metric.MetricSpec.gauge;
import static io.quantedge.contracts.metric.MetricSpec.summary;
import static io.quantedge.contracts.metric.MetricSpec.timer;

/** What settlement publishes: each process counts what it did itself, since it was started. */
public enum SettlementMetric implements Metric {
  ATTEMPTS(counter("exchange.settlement.attempts", "attempts", "Attempts on the truth store")),
  FAILED_ATTEMPTS(
      counter("exchange.settlement.failed.attempts", "attempts", "Failed attempts by cause")
          .by("cause", 3)),
  EXHAUSTED(counter("exchange.settlement.exhausted", "operations", "Operations that gave up")),
  DEAD_LETTERS(
      counter("exchange.settlement.dead.letters", "outcomes", "Outcomes that were isolated")),
  CONTRADICTIONS(
      counter(
          "exchange.settlement.contradictions",
          "outcomes",
          "Outcomes that contradict what is settled")),
  RETRY_BUDGET_EMPTY(
      counter(
          "exchange.settlement.retry.budget.empty",
          "retries",
          "Retries that the process could not afford")),
  GROUP_OUTCOMES(
      summary(
              "exchange.settlement.group.outcomes",
              "outcomes",
              "Outcomes that were settled in one SQL transaction")
          .buckets(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L)),
  SLOTS(
      counter("exchange.settlement.slots", "slots", "Slots that this process committed, by state")
          .by("state", 3)),
  CLOSE_TO_SETTLED(
      timer(
              "exchange.settlement.close.to.settled",
              "From the close of an auction to its committed settlement, of slots that this process committed")
          .buckets(LATENCY_MILLIS)),
  OLDEST_WAITING(
      gauge(
          "exchange.settlement.oldest.waiting.seconds",
          "seconds",
          "How long ago the oldest outcome in work was closed")),
  VOIDS(
      counter(
              "exchange.settlement.voids",
              "requests",
              "Requests to undo a sale, by what became of them")
          .by("result", 3)),
  CONNECTIONS_OPENED(
      counter(
              "exchange.settlement.store.connections.opened",
              "connections",
              "Connections that were made, by region of the endpoint")
          .by("region", 8)
          .fromFirstUse()),
  CONNECTIONS_FAILED(
      counter(
              "exchange.settlement.store.connections.failed",
              "connections",
              "Connections that could not be made, by region of the endpoint")
          .by("region", 8)
          .fromFirstUse()),
  CONNECTIONS_CLOSED(
      counter(
              "exchange.settlement.store.connections.closed",
              "connections",
              "Connections that ended, by region of the endpoint and by reason")
          .by("region", 8)
          .by("reason", 4)
          .fromFirstUse()),
  FAILOVERS(
      counter(
              "exchange.settlement.store.failovers",
              "failovers",
              "Times that an endpoint in use was given up, by its region")
          .by("region", 8)
          .fromFirstUse()),
  FAILOVER_DETECTION(
      timer(
              "exchange.settlement.store.failover.detection",
              "First failed attempt to giving the endpoint up")
          .fromFirstUse()),
  FAILOVER_SWITCH(
      timer(
              "exchange.settlement.store.failover.switch",
              "Giving an endpoint up to the first connection elsewhere")
          .fromFirstUse()),
  FAILOVER_FIRST_SUCCESS(
      timer(
              "exchange.settlement.store.failover.first.success",
              "Giving an endpoint up to the first commit elsewhere")
          .fromFirstUse());

  private final MetricSpec spec;

  SettlementMetric(MetricSpec spec) {
    this.spec = spec;
  }

  @Override
  public MetricSpec spec() {
    return spec;
  }

  @Override
  public Owner owner() {
    return Owner.SETTLEMENT;
  }
}
