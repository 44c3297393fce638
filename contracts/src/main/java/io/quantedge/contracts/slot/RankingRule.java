package io.quantedge.contracts.slot;

/** How bids are scored against each other. */
public enum RankingRule {
  /** By the amount. */
  PRICE,
  /** By amount × quality score. */
  QUALITY
}
