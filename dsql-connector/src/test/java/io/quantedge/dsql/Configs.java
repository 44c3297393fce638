package io.quantedge.dsql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Configurations as a service would have them, defaults included. */
final class Configs {
  private Configs() {}

  /** How a service maps it. */
  @ConfigMapping(prefix = "store")
  interface StoreConfig extends DsqlConfig {}

  /**
   * @param properties names without prefix and their values, in turns
   */
  static DsqlConfig of(String... properties) {
    Map<String, String> values = new HashMap<>(Map.of("store.role", "worker"));
    for (int i = 0; i < properties.length; i += 2) {
      values.put("store." + properties[i], properties[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, Configs::duration)
        .withMapping(StoreConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(StoreConfig.class);
  }

  /** Quarkus reads durations so: {@code 150ms}, {@code 8m}. */
  private static Duration duration(String text) {
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : Duration.parse("PT" + text);
  }
}
