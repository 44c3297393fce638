package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.Latency;
import io.quantedge.telemetry.domain.Overview.Check;
import io.quantedge.telemetry.domain.Totals;
import java.util.List;

/** Where figures go that are kept elsewhere: the metrics. Implementations are thread-safe. */
public interface FigureSink {
  /** Told once for each slot and stage, as far as the topics tell. */
  void latency(Latency latency);

  /**
   * The sums of now, about once a second.
   *
   * @param bidsPerSecond not a number if not known
   */
  void publish(Totals totals, double bidsPerSecond);

  /** The checks of now, about once a second. */
  void reconciled(List<Check> checks);
}
