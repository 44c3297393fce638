package io.quantedge.contracts.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact sum of money: a whole number of 1/10,000 units of one currency. It fits SQL's {@code
 * NUMERIC(18,4)} and a {@code long}, so no sum is ever rounded by its representation.
 *
 * <p>Signed, because ledger entries are; {@link #isPositive()} guards where a price is meant.
 *
 * @param units ten-thousandths of a currency unit, within ±{@value #MAX_UNITS}
 * @param currency an ISO 4217 code
 */
public record Money(@JsonIgnore long units, String currency) implements Comparable<Money> {
  /** The largest value of {@code NUMERIC(18,4)}, in ten-thousandths. */
  public static final long MAX_UNITS = 999_999_999_999_999_999L;

  /** Ten-thousandths in one currency unit. */
  public static final long UNITS_PER_ONE = 10_000;

  private static final int DECIMALS = 4;

  public Money {
    if (units > MAX_UNITS || units < -MAX_UNITS) {
      throw new ArithmeticException(
          "amount is beyond NUMERIC(18,4): " + units + " ten-thousandths");
    }
    requireCurrency(currency);
  }

  /**
   * Reads a decimal amount exactly.
   *
   * @param amount plain decimal text such as {@code 5.40}: at most 4 decimals, no exponent beyond
   *     what fits {@code NUMERIC(18,4)}
   * @throws IllegalArgumentException if the text is no such number or the currency is unknown
   */
  @JsonCreator
  public static Money of(
      @JsonProperty(value = "amount", required = true) String amount,
      @JsonProperty(value = "currency", required = true) String currency) {
    return new Money(parseUnits(amount), currency);
  }

  public static Money ofUnits(long units, String currency) {
    return new Money(units, currency);
  }

  /** The amount as text with exactly four decimals: the only form in which it is ever printed. */
  @JsonProperty("amount")
  public String amount() {
    return toDecimal().toPlainString();
  }

  /** The amount for a SQL {@code NUMERIC(18,4)} parameter: always scale 4. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(units, DECIMALS);
  }

  /**
   * The amount of a SQL {@code NUMERIC(18,4)} column.
   *
   * @throws ArithmeticException if the value has more than four decimals or is out of range
   */
  public static Money ofDecimal(BigDecimal amount, String currency) {
    return new Money(
        amount.setScale(DECIMALS, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
        currency);
  }

  @JsonIgnore
  public boolean isPositive() {
    return units > 0;
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if the sum is beyond {@code NUMERIC(18,4)}
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(units, other.units), currency);
  }

  /** See {@link #plus}. */
  public Money minus(Money other) {
    return plus(other.negated());
  }

  public Money negated() {
    return new Money(-units, currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ: money of two currencies has no order
   */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(units, other.units);
  }

  @Override
  public String toString() {
    return amount() + " " + currency;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts of two currencies cannot be combined: " + this + " and " + other);
    }
  }

  private static void requireCurrency(String currency) {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency must be an ISO 4217 code such as USD; it was '" + abbreviated(currency) + "'",
          e);
    }
  }

  private static long parseUnits(String amount) {
    // A short text cannot hide a huge exponent's worth of digits from the exact conversion below.
    if (amount.length() > 32) {
      throw invalid(amount, null);
    }
    try {
      BigDecimal decimal = new BigDecimal(amount);
      if (Math.abs((long) decimal.scale()) > 32) {
        throw invalid(amount, null);
      }
      long units =
          decimal.setScale(DECIMALS, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
      if (Math.abs(units) > MAX_UNITS) {
        throw invalid(amount, null);
      }
      return units;
    } catch (ArithmeticException | NumberFormatException e) {
      throw invalid(amount, e);
    }
  }

  private static IllegalArgumentException invalid(
      String amount, @org.jspecify.annotations.Nullable Throwable cause) {
    return new IllegalArgumentException(
        "amount must be a decimal number with at most 4 decimals and 14 digits before the point;"
            + " it was '"
            + abbreviated(amount)
            + "'",
        cause);
  }

  private static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
