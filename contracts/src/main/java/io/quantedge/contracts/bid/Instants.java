package io.quantedge.contracts.bid;

import java.time.Instant;

/** The span of time in which the exchange trades: it fits microseconds in a {@code long}. */
public final class Instants {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Instants() {}

  /**
   * @param what the field's name, for the message
   * @throws IllegalArgumentException if the instant is before 1970 or after the year 9999
   */
  public static void requireTradable(String what, Instant instant) {
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          what + " must be between the years 1970 and 9999; it was " + instant);
    }
  }
}
