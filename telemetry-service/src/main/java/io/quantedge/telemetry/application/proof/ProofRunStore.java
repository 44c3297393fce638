package io.quantedge.telemetry.application.proof;

import io.quantedge.telemetry.application.SimulationRunStore.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where runs are kept that have ended, append-only. Every method fails with {@link
 * StoreUnavailable}. Thread-safe.
 */
public interface ProofRunStore {
  /** Keeps a run that is done or has failed; the same again changes nothing. */
  Uni<Void> insert(ProofRun run);

  Uni<Optional<ProofRun>> find(UUID runId);

  /** In the order of {@link Key}. */
  Uni<List<ProofRun>> list(Query query);

  /** The newest run of each proof. */
  Uni<Map<ProofName, ProofRun>> newest();

  /** Where a list goes on: newest request first, then by id. */
  record Key(Instant requestedAt, UUID runId) {}

  record Query(Optional<ProofName> kind, Optional<Key> after, int limit) {}
}
