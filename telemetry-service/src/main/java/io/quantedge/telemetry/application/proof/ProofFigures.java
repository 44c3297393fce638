package io.quantedge.telemetry.application.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** How the proofs ended that this process ran. Thread-safe. */
@ApplicationScoped
public class ProofFigures {
  private final ConcurrentMap<Label, AtomicLong> ended = new ConcurrentHashMap<>();

  /** How a run ended. */
  public enum Result {
    HOLDS,
    /** The guarantee was broken with the guard, or kept without it. */
    FAILS,
    /** A side could not be run. */
    FAILED;

    static Result of(ProofRun run) {
      return run.holds().map(holds -> holds ? HOLDS : FAILS).orElse(FAILED);
    }
  }

  private record Label(ProofName kind, Result result) {}

  void ended(ProofRun run) {
    ended
        .computeIfAbsent(new Label(run.kind(), Result.of(run)), _ -> new AtomicLong())
        .incrementAndGet();
  }

  /** Runs of this process that ended so. */
  public long count(ProofName kind, Result result) {
    AtomicLong count = ended.get(new Label(kind, result));
    return count == null ? 0 : count.get();
  }
}
