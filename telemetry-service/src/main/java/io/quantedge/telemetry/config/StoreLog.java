package io.quantedge.telemetry.config;

import io.quantedge.dsql.DsqlListener;
import io.quantedge.dsql.Failover;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes down when the truth store's endpoint changes. Thread-safe. */
final class StoreLog implements DsqlListener {
  private static final Logger log = Logger.getLogger(StoreLog.class);

  @Override
  public void opened(Failover failover) {
    log.warnf(
        "truth store endpoint given up region=%s detectionMillis=%d cause=%s",
        failover.from().region(), failover.detection().toMillis(), failover.cause());
  }

  @Override
  public void firstSuccess(Failover failover) {
    log.infof(
        "truth store serves again from=%s to=%s switchMillis=%d firstSuccessMillis=%d",
        failover.from().region(),
        failover.to().map(to -> to.region()).orElse("none"),
        failover.switching().map(Duration::toMillis).orElse(0L),
        failover.firstSuccess().map(Duration::toMillis).orElse(0L));
  }

  @Override
  public void failedBack(Failover failover) {
    log.infof("truth store endpoint in use again region=%s", failover.from().region());
  }
}
