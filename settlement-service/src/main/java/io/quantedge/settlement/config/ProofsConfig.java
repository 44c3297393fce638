package io.quantedge.settlement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whether proofs may be run by this process, and how far they may go. */
@ConfigMapping(prefix = "exchange.settlement.proofs")
public interface ProofsConfig {
  /** Whether proofs may be run; they settle in tables of their own, and load the truth store. */
  @WithDefault("false")
  boolean enabled();

  /**
   * Where the failover proof cuts the truth store's preferred endpoint: the admin API of a local
   * Aurora DSQL that nobody else depends on. Without it there is no failover proof.
   */
  Optional<URI> faultApi();

  /** How many workers a proof may have; each needs a connection of its own to the truth store. */
  @WithDefault("200")
  @Min(2)
  @Max(200)
  int maxWorkers();

  /** How long one side of a proof may take before it is given up. */
  @WithDefault("120s")
  Duration timeLimit();
}
