package io.quantedge.simulator.application;

import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.domain.evidence.ConflictFigures;
import java.time.Instant;
import java.util.Optional;

/** The exchange's own telemetry. */
public interface Telemetry {
  /** The conflict figures over all that telemetry has seen; empty if it does not answer. */
  Optional<ConflictFigures> conflicts() throws InterruptedException;

  /** Leaves a run's result with telemetry. */
  Reply publish(RunReport report, boolean allHold, Instant finishedAt) throws InterruptedException;
}
