package io.quantedge.settlement.http;

import io.quantedge.dsql.Dsql;
import io.quantedge.dsql.EndpointStatus;
import io.quantedge.dsql.Failover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The truth store as this process sees it.
 *
 * @param endpoints the preferred one first
 * @param failovers the last few, oldest first
 */
record TruthStoreView(List<EndpointView> endpoints, List<FailoverView> failovers) {

  static TruthStoreView of(Dsql dsql) {
    return new TruthStoreView(
        dsql.endpoints().stream().map(EndpointView::of).toList(),
        dsql.failovers().stream().map(FailoverView::of).toList());
  }

  /**
   * An endpoint.
   *
   * @param state of its circuit breaker
   * @param since when it came into that state
   */
  record EndpointView(String region, EndpointStatus.State state, Instant since, boolean inUse) {
    static EndpointView of(EndpointStatus status) {
      return new EndpointView(
          status.endpoint().region(), status.state(), status.since(), status.inUse());
    }
  }

  /**
   * A failover; what has not happened yet is absent.
   *
   * @param detectionMillis begin of the first failed attempt to giving the endpoint up
   * @param switchMillis giving it up to the first connection elsewhere
   * @param firstSuccessMillis giving it up to the first commit elsewhere
   */
  record FailoverView(
      long id,
      String from,
      @Nullable String to,
      String cause,
      long detectionMillis,
      @Nullable Long switchMillis,
      @Nullable Long firstSuccessMillis,
      Instant openedAt) {
    static FailoverView of(Failover failover) {
      return new FailoverView(
          failover.id(),
          failover.from().region(),
          failover.to().map(endpoint -> endpoint.region()).orElse(null),
          failover.cause(),
          failover.detection().toMillis(),
          millis(failover.switching()),
          millis(failover.firstSuccess()),
          failover.openedAt());
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
      return duration.map(Duration::toMillis).orElse(null);
    }
  }
}
