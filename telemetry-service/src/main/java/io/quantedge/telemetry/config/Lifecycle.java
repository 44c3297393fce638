package io.quantedge.telemetry.config;

import io.quantedge.telemetry.application.LiveFeed;
import io.quantedge.telemetry.application.TruthWatch;
import io.quantedge.telemetry.kafka.ConflictArchiver;
import io.quantedge.telemetry.kafka.EventReplay;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts what runs by itself, and ends it in the opposite order. */
@ApplicationScoped
class Lifecycle {
  private final EventReplay replay;
  private final ConflictArchiver archiver;
  private final LiveFeed live;
  private final TruthWatch truth;

  Lifecycle(EventReplay replay, ConflictArchiver archiver, LiveFeed live, TruthWatch truth) {
    this.truth = truth;
    this.replay = replay;
    this.archiver = archiver;
    this.live = live;
  }

  void onStart(@Observes StartupEvent event) {
    replay.start();
    archiver.start();
    truth.start();
    live.start();
  }

  /** Watchers never end by themselves, and the shutdown would wait for them in vain. */
  void onStopping(@Observes ShutdownDelayInitiatedEvent event) {
    live.stop();
  }

  void onStop(@Observes ShutdownEvent event) {
    truth.stop();
    archiver.stop();
    replay.stop();
  }
}
