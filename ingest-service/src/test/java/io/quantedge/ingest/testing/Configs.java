package io.quantedge.ingest.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration with its defaults, for tests that put the parts together themselves. */
public final class Configs {
  private Configs() {}

  /**
   * @param properties what differs from the defaults
   */
  public static <T> T of(Class<T> mapping, Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withMapping(mapping)
        .withDefaultValues(properties)
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(mapping);
  }
}
