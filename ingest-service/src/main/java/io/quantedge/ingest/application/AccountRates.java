package io.quantedge.ingest.application;

import io.quantedge.contracts.id.AccountId;

/**
 * Bounds what one account may send to this node, so that a flood of one does not take the place of
 * all others. Thread-safe.
 */
public interface AccountRates {
  /**
   * Takes one bid out of an account's allowance.
   *
   * @return zero if it was taken, else the nanoseconds after which there is one again
   */
  long take(AccountId accountId);

  /** How many bids a second an account may send in the long run, above zero. */
  long bidsPerSecond();
}
