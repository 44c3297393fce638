package io.quantedge.settlement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/** Who brings the schema of the truth store up to date, and as whom. */
@ConfigMapping(prefix = "exchange.settlement.schema")
public interface SchemaConfig {
  /** When migrations are applied: AT_START, AND_EXIT (a job that does nothing else), or NEVER. */
  @WithDefault("AT_START")
  Apply apply();

  /** The database role that applies them; it owns the tables and makes the other roles. */
  @WithDefault("admin")
  @NotBlank
  String role();

  /** When migrations are applied. */
  enum Apply {
    /** By each process when it starts: for one machine. */
    AT_START,
    /** By this process, which then ends: a job of the deployment. */
    AND_EXIT,
    /** Not by this process: it waits until the schema is in place. */
    NEVER
  }
}
