package io.quantedge.ingest.config;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/**
 * Whose keys open what; without any, everybody is anonymous and sees neither buyers nor amounts.
 */
@ConfigMapping(prefix = "exchange.access")
public interface AccessConfig {
  /** SHA-256 digests of the keys of those who run or audit the exchange, 64 hexadecimal digits. */
  Optional<List<String>> operatorKeys();

  /** The keys of accounts, as account:digest with commas between. */
  Optional<List<String>> accountKeys();
}
