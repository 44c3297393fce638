package io.quantedge.telemetry.application.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which proofs can be run now. Immutable.
 *
 * @param whyNot why none can; empty if some can
 */
public record ProofOffer(Optional<String> whyNot, Map<ProofName, Kind> kinds) {
  public ProofOffer {
    kinds = Map.copyOf(kinds);
  }

  /** Nothing can be run. */
  public static ProofOffer none(String whyNot) {
    return new ProofOffer(Optional.of(whyNot), Map.of());
  }

  /**
   * @param whyNot why it cannot be run; empty if it can
   */
  public record Kind(Optional<String> whyNot, List<Parameter> parameters) {
    public Kind {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * @param min the least value, {@code max} the greatest, both included
   */
  public record Parameter(String name, long min, long max, long byDefault, String meaning) {}

  /** Of one proof; what was not told of cannot be run. */
  public Kind of(ProofName proof) {
    Kind told = kinds.get(proof);
    if (whyNot.isEmpty() && told != null) {
      return told;
    }
    String reason = whyNot.orElse("the settlement service does not know this proof");
    return new Kind(Optional.of(reason), told == null ? List.of() : told.parameters());
  }
}
