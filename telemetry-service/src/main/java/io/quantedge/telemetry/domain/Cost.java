package io.quantedge.telemetry.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What 10,000 acknowledged bids cost the stores, beside what they would cost if every bid were a
 * row in the truth store. Counts are measured; what they cost is derived by list prices and the
 * assumptions that stand among these.
 *
 * @param bids acknowledged bids that the counts are for
 * @param actual as the exchange does it: bids go to the log and from there to DynamoDB, and only
 *     settlements to the truth store
 * @param counterfactual every bid is committed to the truth store, beside the settlements
 * @param why how each is derived, or what is missing
 */
public record Cost(
    Evidence evidence,
    List<Price> prices,
    long bids,
    CostSide actual,
    CostSide counterfactual,
    String why)
    implements FigureGroup {

  /** A configured price or assumption, as decimal text. */
  public record Price(String name, String unit, String price, String currency) {}

  /**
   * One way to do it.
   *
   * @param latencyMillis the mean time until a bid is durable this way; null if not known
   * @param conflictsPerTenThousandBids attempts that fail; null if not known
   */
  public record CostSide(
      Kind kind,
      List<CostLine> perTenThousandBids,
      @Nullable Double latencyMillis,
      @Nullable Double conflictsPerTenThousandBids,
      String conflictsWhy) {}

  /**
   * @param name {@code WRITE_UNITS, TRUTH_ROWS, TRUTH_COMMITS} or {@code TOTAL}
   * @param count null if not known, and for the total
   * @param cost decimal text; null if not known
   */
  public record CostLine(String name, @Nullable Double count, @Nullable String cost) {}

  static Evidence evidence(long bids, @Nullable Instant newestAt, Instant now) {
    return Evidence.of(Kind.DERIVED, bids, newestAt, now);
  }
}
