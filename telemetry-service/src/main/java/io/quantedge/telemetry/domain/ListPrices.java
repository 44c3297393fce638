package io.quantedge.telemetry.domain;

import java.math.BigDecimal;

/**
 * What the stores charge, and how a commit is converted into what is charged. Immutable.
 *
 * @param currency an ISO 4217 code
 * @param perMillionWriteUnits DynamoDB's price of a million write request units
 * @param perMillionDpu Aurora DSQL's price of a million distributed processing units
 * @param dpuPerRow an assumption: units that a row written costs
 * @param dpuPerCommit an assumption: units that a commit costs beside its rows
 * @param rowsPerBid rows that a bid would write if the truth store took every bid, 1 or more
 */
public record ListPrices(
    String currency,
    BigDecimal perMillionWriteUnits,
    BigDecimal perMillionDpu,
    BigDecimal dpuPerRow,
    BigDecimal dpuPerCommit,
    int rowsPerBid) {
  public ListPrices {
    requireNotNegative("the price of write units", perMillionWriteUnits);
    requireNotNegative("the price of DPUs", perMillionDpu);
    requireNotNegative("DPUs per row", dpuPerRow);
    requireNotNegative("DPUs per commit", dpuPerCommit);
    if (rowsPerBid < 1) {
      throw new IllegalArgumentException("rows per bid must be 1 or more; it was " + rowsPerBid);
    }
  }

  private static void requireNotNegative(String what, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          what + " must be zero or more; it was " + value.toPlainString());
    }
  }
}
