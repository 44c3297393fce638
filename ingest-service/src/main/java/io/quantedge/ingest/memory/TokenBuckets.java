package io.quantedge.ingest.memory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.ingest.application.AccountRates;
import io.quantedge.ingest.config.IngestConfig;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * A token bucket for each account that sent something lately. An account that is forgotten because
 * there are too many begins with a full bucket again. Thread-safe.
 */
@Singleton
public class TokenBuckets implements AccountRates {
  private final IngestConfig.Accounts config;
  private final LoadingCache<AccountId, Bucket> buckets;

  public TokenBuckets(IngestConfig config) {
    this.config = config.accounts();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(this.config.maxRemembered())
            .executor(Runnable::run)
            .build(account -> bucket(this.config));
  }

  @Override
  public long take(AccountId accountId) {
    ConsumptionProbe probe = buckets.get(accountId).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
  }

  @Override
  public long bidsPerSecond() {
    return config.bidsPerSecond();
  }

  private static Bucket bucket(IngestConfig.Accounts config) {
    return Bucket.builder()
        .addLimit(limit ->
            limit
                .capacity(config.burst())
                .refillGreedy(config.bidsPerSecond(), Duration.ofSeconds(1)))
        .withNanosecondPrecision()
        .build();
  }
}
