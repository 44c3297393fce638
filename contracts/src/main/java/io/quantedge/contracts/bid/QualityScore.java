package io.quantedge.contracts.bid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How good a bidder's creative is for a slot, in (0, 1]. Kept as whole ten-thousandths so that
 * ranking by quality is exact integer arithmetic.
 *
 * @param tenThousandths 1 to 10,000
 */
public record QualityScore(int tenThousandths) {
  public static final int SCALE = 10_000;

  /** The score of a bid that names none. */
  public static final QualityScore FULL = new QualityScore(SCALE);

  public QualityScore {
    if (tenThousandths < 1 || tenThousandths > SCALE) {
      throw new IllegalArgumentException(
          "qualityScore must be above 0 and at most 1; it was "
              + BigDecimal.valueOf(tenThousandths, 4).toPlainString());
    }
  }

  /**
   * @param score in (0, 1] with at most 4 decimals
   * @throws IllegalArgumentException if it is not
   */
  @JsonCreator
  public static QualityScore of(BigDecimal score) {
    if (score.precision() > 32 || Math.abs((long) score.scale()) > 32) {
      throw new IllegalArgumentException("qualityScore must have at most 4 decimals");
    }
    try {
      return new QualityScore(
          score.setScale(4, RoundingMode.UNNECESSARY).unscaledValue().intValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "qualityScore must be above 0 and at most 1, with at most 4 decimals; it was "
              + score.toPlainString(),
          e);
    }
  }

  @JsonValue
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(tenThousandths, 4);
  }
}
