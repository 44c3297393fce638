package io.quantedge.settlement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** What settling means here. */
@ConfigMapping(prefix = "exchange.settlement")
public interface SettlementConfig {
  /** The name of this process in conflict telemetry. */
  @WithDefault("settlement-1")
  @NotBlank
  String process();

  /** How many workers race to settle each slot: 1, or more to show conflicts. */
  @WithDefault("1")
  @Min(1)
  @Max(64)
  int contenders();

  /** The exchange's share of each price in basis points (1,000 are 10%). */
  @WithDefault("1000")
  @Min(0)
  @Max(10_000)
  int feeBasisPoints();

  /** The ISO 4217 currency of the house accounts. */
  @WithDefault("USD")
  @Pattern(regexp = "[A-Z]{3}")
  String houseCurrency();
}
