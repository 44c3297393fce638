package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/**
 * The other services, which telemetry asks when somebody asks it; nothing of what they answer is
 * kept.
 */
@ConfigMapping(prefix = "exchange.telemetry.sources")
public interface SourcesConfig {
  /** Where ingest-service answers: scheme, host and port. */
  @WithDefault("http://127.0.0.1:8081")
  URI ingest();

  /** Where evaluator-service answers: scheme, host and port. */
  @WithDefault("http://127.0.0.1:8082")
  URI evaluator();

  /** Where settlement-service answers: scheme, host and port. */
  @WithDefault("http://127.0.0.1:8083")
  URI settlement();

  /** The operator's key that is shown to them; without one they show what everybody may see. */
  Optional<String> operatorKey();
}
