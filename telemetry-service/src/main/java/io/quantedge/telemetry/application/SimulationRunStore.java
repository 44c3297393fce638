package io.quantedge.telemetry.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where runs of the simulator are kept. Every method fails with {@link StoreUnavailable}. */
public interface SimulationRunStore {
  /**
   * @return false if there is a run with this id already, which is then left as it is
   */
  Uni<Boolean> insert(SimulationRun run);

  Uni<Optional<SimulationRun>> find(UUID runId);

  /** Newest first. */
  Uni<List<SimulationRun>> newest(int limit);

  /** The truth store cannot be reached, or its schema is not there yet. */
  final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(Throwable cause) {
      super(cause);
    }
  }
}
