package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.Totals;
import java.time.Duration;

/** Where figures go that are kept elsewhere: the metrics. Implementations are thread-safe. */
public interface FigureSink {
  /** Told once for each slot: from its close marker to its committed settlement, never negative. */
  void closeToSettled(Duration latency);

  /**
   * The sums of now, about once a second.
   *
   * @param bidsPerSecond not a number if not known
   */
  void publish(Totals totals, double bidsPerSecond);
}
