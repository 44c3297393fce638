package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.domain.incident.FailedCheck;
import io.quantedge.telemetry.domain.incident.Observation;
import java.util.List;

/** What the detector looks at of telemetry's own state. Thread-safe. */
interface Observed {
  /** Whether it is rebuilt from what was there at start. Before that, history looks like news. */
  boolean isRebuilt();

  /** Whether history may still be added, which would look like a sudden rise. */
  boolean isHistoryDue();

  /** What is known now. */
  Observation observe();

  /** The checks that telemetry makes itself and that do not hold. */
  List<FailedCheck> failedChecks();
}
