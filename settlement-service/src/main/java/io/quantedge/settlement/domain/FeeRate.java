package io.quantedge.settlement.domain;

import io.quantedge.contracts.money.Money;

/**
 * The exchange's share of a price.
 *
 * @param basisPoints hundredths of a percent, 0 to {@value #WHOLE}
 */
public record FeeRate(int basisPoints) {
  /** All of the price. */
  public static final int WHOLE = 10_000;

  public FeeRate {
    if (basisPoints < 0 || basisPoints > WHOLE) {
      throw new IllegalArgumentException(
          "a fee rate must be 0 to " + WHOLE + " basis points; it was " + basisPoints);
    }
  }

  /**
   * The fee, rounded down to whole ten-thousandths: what rounding leaves belongs to the publisher.
   *
   * @param price zero or more
   */
  public Money feeOf(Money price) {
    if (price.units() < 0) {
      throw new IllegalArgumentException("a price is never negative; it was " + price);
    }
    // Split so that the product fits a long for every NUMERIC(18,4): exact, and still the floor.
    long wholes = price.units() / WHOLE * basisPoints;
    long rest = price.units() % WHOLE * basisPoints / WHOLE;
    return Money.ofUnits(wholes + rest, price.currency());
  }
}
