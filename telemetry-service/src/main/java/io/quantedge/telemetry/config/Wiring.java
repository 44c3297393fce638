package io.quantedge.telemetry.config;

import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.Completion;
import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.LiveFeed;
import io.quantedge.telemetry.application.SimulatorControl;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.application.TrafficLimits;
import io.quantedge.telemetry.application.TruthWatch;
import io.quantedge.telemetry.domain.Limits;
import io.quantedge.telemetry.domain.ListPrices;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** Makes the settings that the inner packages take, and the clock and chance that tests replace. */
@Singleton
class Wiring {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return new SharedRandom(RandomGenerator.of("L64X128MixRandom"));
  }

  @Produces
  @Singleton
  Limits limits(StateConfig config) {
    return new Limits(
        config.maxSlots(),
        config.maxOperations(),
        config.rememberedKeys(),
        config.latencySamples());
  }

  @Produces
  @Singleton
  TelemetryState.ReportSizes reportSizes(StateConfig config) {
    return new TelemetryState.ReportSizes(
        config.recentOperations(), config.recentSlots(), config.historySeconds());
  }

  @Produces
  @Singleton
  LiveFeed.Settings liveSettings(LiveConfig config) {
    return new LiveFeed.Settings(
        Duration.ofMillis(config.intervalMillis()),
        Duration.ofMillis(config.heartbeatMillis()),
        config.maxWatchers());
  }

  @Produces
  @Singleton
  ListPrices listPrices(CostConfig config) {
    return new ListPrices(
        config.currency(),
        config.writeUnitsPerMillion(),
        config.dpuPerMillion(),
        config.dpuPerRow(),
        config.dpuPerCommit(),
        config.rowsPerBid());
  }

  @Produces
  @Singleton
  TruthWatch.Settings truthSettings(TruthConfig config) {
    return new TruthWatch.Settings(
        Duration.ofSeconds(config.intervalSeconds()), Duration.ofMillis(config.timeoutMillis()));
  }

  @Produces
  @Singleton
  Completion.Settings completionSettings(TruthConfig config) {
    return new Completion.Settings(config.pageRows(), config.maxConflictEvents());
  }

  @Produces
  @Singleton
  SimulatorControl.Settings simulatorSettings(SimulatorConfig config) {
    return new SimulatorControl.Settings(
        config.enabled(),
        TrafficLimits.of(config.maxBidsPerSecond(), config.maxSlots(), config.maxSeconds()));
  }

  @Produces
  @Singleton
  FullJitter archiveBackoff(ArchiveConfig config) {
    return new FullJitter(config.backoffBaseMillis(), config.backoffCapMillis());
  }

  @Produces
  @Singleton
  Dsql dsql(Vertx vertx, StoreConfig config, Clock clock) {
    return Dsql.builder(vertx, config).clock(clock).listener(new StoreLog()).open();
  }

  void close(@Disposes Dsql dsql) {
    dsql.close();
  }
}
