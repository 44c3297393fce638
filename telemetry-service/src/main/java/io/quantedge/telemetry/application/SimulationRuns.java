package io.quantedge.telemetry.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records runs of the simulator and lists them. Thread-safe. */
@ApplicationScoped
public class SimulationRuns {
  private final SimulationRunStore store;

  SimulationRuns(SimulationRunStore store) {
    this.store = store;
  }

  /** How recording ended. */
  public enum Recorded {
    /** It is new. */
    CREATED,
    /** The same run was recorded before: nothing changed. */
    REPEATED,
    /** Another run has this id: nothing changed. */
    CONFLICTING
  }

  /** Records a run; a repeat of the same run is harmless. */
  public Uni<Recorded> record(SimulationRun run) {
    return store
        .insert(run)
        .flatMap(inserted ->
            inserted ? Uni.createFrom().item(Recorded.CREATED) : compareWithFormer(run));
  }

  private Uni<Recorded> compareWithFormer(SimulationRun run) {
    return store
        .find(run.runId())
        .map(former ->
            former.filter(run::equals).isPresent() ? Recorded.REPEATED : Recorded.CONFLICTING);
  }

  /**
   * @param limit 1 or more
   */
  public Uni<List<SimulationRun>> newest(int limit) {
    return store.newest(limit);
  }
}
