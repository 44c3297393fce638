package io.quantedge.evaluator.config;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who may see sealed bids after the close. Only digests of keys are configured, never keys. */
@ConfigMapping(prefix = "exchange.access")
public interface AccessConfig {
  /** SHA-256 digests of operators' keys, 64 hexadecimal digits each, with commas between. */
  Optional<List<String>> operatorKeys();

  /** Accounts' keys as account:digest, with commas between. */
  Optional<List<String>> accountKeys();
}
