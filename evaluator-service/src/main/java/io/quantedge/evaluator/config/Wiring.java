package io.quantedge.evaluator.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.contracts.json.Json;
import io.quantedge.evaluator.application.EvaluatorSettings;
import io.quantedge.evaluator.application.EvaluatorSettings.Retention;
import io.quantedge.evaluator.application.EvaluatorSettings.SnapshotRules;
import io.quantedge.evaluator.domain.FoldRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Makes the objects that depend on the outside world: time, chance, settings, JSON. */
final class Wiring {
  /** What a remembered bid takes of the heap, table and growth included; measured by a test. */
  private static final int BYTES_PER_BID = 75;

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  EvaluatorSettings settings(EvaluatorConfig config) {
    return new EvaluatorSettings(
        new FoldRules(config.candidates(), new SecureRandom().nextLong()),
        Duration.ofMillis(config.statsIntervalMillis()),
        Duration.ofMillis(config.retryDelayMillis()),
        config.maxInFlight(),
        config.maxUndelivered(),
        config.maxRememberedBids().orElse(Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_BID),
        new SnapshotRules(
            config.snapshotRecords(), Duration.ofMillis(config.snapshotIntervalMillis())),
        new Retention(
            Duration.ofMillis(config.decidedMemoryMillis()),
            Duration.ofHours(config.decidedRetentionHours())));
  }

  /** HTTP speaks the dialect of the topics; a copy, so that nobody reconfigures the shared one. */
  @Produces
  @Singleton
  ObjectMapper objectMapper() {
    return Json.mapper().copy();
  }
}
