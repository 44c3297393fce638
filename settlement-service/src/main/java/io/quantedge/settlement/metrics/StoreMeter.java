package io.quantedge.settlement.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quantedge.contracts.metric.SettlementMetric;
import io.quantedge.dsql.DsqlEndpoint;
import io.quantedge.dsql.DsqlFailure;
import io.quantedge.dsql.DsqlListener;
import io.quantedge.dsql.Failover;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Shows connections to the truth store and failovers between its endpoints. Thread-safe. */
@Singleton
class StoreMeter implements DsqlListener {
  private static final Logger log = Logger.getLogger(StoreMeter.class);

  private final MeterRegistry registry;

  StoreMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void connectionOpened(DsqlEndpoint endpoint, Duration took) {
    counter(SettlementMetric.CONNECTIONS_OPENED, endpoint).increment();
  }

  @Override
  public void connectionFailed(DsqlEndpoint endpoint, DsqlFailure failure) {
    counter(SettlementMetric.CONNECTIONS_FAILED, endpoint).increment();
    log.debugf("connection failed endpoint=%s cause=%s", endpoint, failure.detail());
  }

  @Override
  public void connectionClosed(DsqlEndpoint endpoint, Closing reason, Duration age) {
    Counter.builder(SettlementMetric.CONNECTIONS_CLOSED.meterName())
        .description(SettlementMetric.CONNECTIONS_CLOSED.description())
        .tag("region", endpoint.region())
        .tag("reason", reason.name().toLowerCase(java.util.Locale.ROOT))
        .register(registry)
        .increment();
  }

  @Override
  public void opened(Failover failover) {
    counter(SettlementMetric.FAILOVERS, failover.from()).increment();
    time(SettlementMetric.FAILOVER_DETECTION, failover.detection());
    log.warnf(
        "endpoint given up id=%d endpoint=%s detectionMillis=%d cause=%s",
        failover.id(), failover.from(), failover.detection().toMillis(), failover.cause());
  }

  @Override
  public void switched(Failover failover) {
    Duration took = failover.switching().orElse(Duration.ZERO);
    time(SettlementMetric.FAILOVER_SWITCH, took);
    log.warnf(
        "endpoint switched id=%d to=%s switchMillis=%d",
        failover.id(), failover.to().map(DsqlEndpoint::toString).orElse("?"), took.toMillis());
  }

  @Override
  public void firstSuccess(Failover failover) {
    Duration took = failover.firstSuccess().orElse(Duration.ZERO);
    time(SettlementMetric.FAILOVER_FIRST_SUCCESS, took);
    log.infof(
        "first success elsewhere id=%d firstSuccessMillis=%d", failover.id(), took.toMillis());
  }

  @Override
  public void failedBack(Failover failover) {
    log.infof("preferred endpoint in use again id=%d endpoint=%s", failover.id(), failover.from());
  }

  private Counter counter(SettlementMetric metric, DsqlEndpoint endpoint) {
    return Counter.builder(metric.meterName())
        .description(metric.description())
        .tag("region", endpoint.region())
        .register(registry);
  }

  private void time(SettlementMetric stage, Duration took) {
    Timer.builder(stage.meterName())
        .description(stage.description())
        .register(registry)
        .record(took);
  }
}
