package io.quantedge.dsql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
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
        .withMapping(StoreConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(StoreConfig.class);
  }
}
