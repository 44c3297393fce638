package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/**
 * Prices and assumptions of the cost meter. The defaults are AWS' public list prices for us-east-1,
 * read in November 2026: https://aws.amazon.com/dynamodb/pricing/on-demand/ and
 * https://aws.amazon.com/rds/aurora/dsql/pricing/. Aurora DSQL charges for bytes and processor
 * time, not for rows: what a row and a commit cost is an assumption, by which an insert of one
 * small row costs about $0.48 per million, as others measured.
 */
@ConfigMapping(prefix = "exchange.telemetry.cost")
public interface CostConfig {
  /** ISO 4217 code of the prices. */
  @WithDefault("USD")
  @Pattern(regexp = "[A-Z]{3}")
  String currency();

  /** DynamoDB on demand: a million write request units. */
  @WithDefault("0.625")
  @DecimalMin("0")
  BigDecimal writeUnitsPerMillion();

  /** Aurora DSQL: a million distributed processing units (DPU). */
  @WithDefault("8.00")
  @DecimalMin("0")
  BigDecimal dpuPerMillion();

  /** Assumed DPUs for each row written. */
  @WithDefault("0.05")
  @DecimalMin("0")
  BigDecimal dpuPerRow();

  /** Assumed DPUs for each commit, beside its rows. */
  @WithDefault("0.01")
  @DecimalMin("0")
  BigDecimal dpuPerCommit();

  /** Rows that each bid would write if the truth store took every bid. */
  @WithDefault("1")
  @Min(1)
  @Max(100)
  int rowsPerBid();
}
