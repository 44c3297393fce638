package io.quantedge.tracing;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes {@link Traces} of what the framework was told about tracing. */
@Singleton
class TracesProducer {
  @Produces
  @Singleton
  Traces traces(
      OpenTelemetry openTelemetry,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean disabled) {
    return disabled ? Traces.off() : new Traces(openTelemetry, true);
  }
}
