package io.quantedge.simulator.application;

import io.quantedge.simulator.domain.evidence.Answers.Receipt;
import java.time.Duration;

/** What a service answered to one request. */
public sealed interface Reply {
  /** It was done, now or before. */
  record Done() implements Reply {}

  /** A bid was taken. */
  record Acknowledged(Receipt receipt) implements Reply {}

  /** It will not be done, and asking again would not help. */
  record Refused(String code, String detail) implements Reply {}

  /**
   * Nobody knows whether it was done; it may be sent again with the same ids.
   *
   * @param atLeast how long the service wants to be left alone
   */
  record TryLater(String problem, Duration atLeast) implements Reply {}
}
