package io.quantedge.simulator.domain.scenario;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a bid is in the plan, and with it which answers are right. */
public enum BidPurpose {
  /** An ordinary bid. */
  VALID(null),
  /** A bid sent again, word for word. */
  DUPLICATE(null),
  /** A bid's id with another amount: refused by a node that knows the other one, else taken. */
  CONFLICTING_DUPLICATE(null),
  /** A bid sent after its slot was closed: refused at the door or judged late, as it happens. */
  LATE(null),
  BELOW_FLOOR("BELOW_FLOOR"),
  WRONG_CURRENCY("WRONG_CURRENCY"),
  UNKNOWN_REGION("UNKNOWN_REGION"),
  ZERO_AMOUNT("INVALID_REQUEST"),
  UNKNOWN_SLOT("UNKNOWN_SLOT"),
  OWN_SLOT("OWN_SLOT");

  private final Optional<String> refusal;

  BidPurpose(@Nullable String refusal) {
    this.refusal = Optional.ofNullable(refusal);
  }

  /** The code with which intake refuses such a bid whatever else it has seen; empty for none. */
  public Optional<String> refusal() {
    return refusal;
  }
}
