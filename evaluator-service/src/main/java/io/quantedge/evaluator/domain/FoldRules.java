package io.quantedge.evaluator.domain;

/**
 * What a fold needs besides the log.
 *
 * @param candidates of how many accounts an outcome names the best bid, 1 or more. All evaluators
 *     of one exchange must agree on it, or they produce different outcomes
 * @param memorySeed a secret that scatters bids in memory; it has no influence on any outcome
 */
public record FoldRules(int candidates, long memorySeed) {
  public FoldRules {
    if (candidates < 1) {
      throw new IllegalArgumentException("candidates must be 1 or more; it was " + candidates);
    }
  }

  /** One account more than is named: the last candidate's price is made by the one behind it. */
  int accountsKept() {
    return candidates + 1;
  }

  @Override
  public String toString() {
    return "FoldRules[candidates=" + candidates + ']';
  }
}
