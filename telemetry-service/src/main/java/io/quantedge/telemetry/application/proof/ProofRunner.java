package io.quantedge.telemetry.application.proof;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Whoever can run a side of a proof, against the real truth store. Thread-safe. */
public interface ProofRunner {
  /** What can be run. Never fails: who does not answer offers nothing, and that is said. */
  Uni<ProofOffer> offer();

  /**
   * Runs one side and waits for its end, within a limit of time.
   *
   * @param parameters by name, with {@code seed}
   * @return fails with {@link BusyException} or {@link FailedException}
   */
  Uni<ProofSide> run(ProofName proof, Map<String, Long> parameters, boolean guarded);

  /** Somebody else's proof is running there: try again later. */
  final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
      super(message);
    }
  }

  /** The side could not be run; the message says why, for people. */
  final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FailedException(String message) {
      super(message);
    }
  }
}
