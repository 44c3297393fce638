package io.quantedge.contracts.access;

import io.quantedge.contracts.id.AccountId;

/**
 * Who asks for bids and outcomes. Bids are sealed: before the close nobody sees another's amounts,
 * and after it each viewer sees what concerns it. Immutable.
 */
public sealed interface Viewer {
  /** Somebody without a key: sees counts, digests and offsets, never amounts or buyers. */
  record Anonymous() implements Viewer {}

  /** An account, which sees its own bids always and what it won or sold after the close. */
  record Account(AccountId accountId) implements Viewer {}

  /** Whoever runs or audits the exchange: sees everything, but amounts only after the close. */
  record Operator() implements Viewer {}
}
