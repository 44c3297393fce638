package io.quantedge.settlement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How this process tells what it has used of the truth store. */
@ConfigMapping(prefix = "exchange.settlement.usage")
public interface UsageConfig {
  /** How often at most usage is reported; 100 ms to a minute. */
  @WithDefault("1s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 1)
  Duration interval();
}
