package io.quantedge.telemetry.simulator;

import io.quantedge.simulator.application.Backoff;
import io.quantedge.simulator.domain.scenario.RunIds;
import io.quantedge.simulator.http.HttpExchange;
import io.quantedge.simulator.traffic.Traffic;
import io.quantedge.simulator.traffic.TrafficProfile;
import io.quantedge.simulator.traffic.TrafficSpec;
import io.quantedge.telemetry.application.TrafficGenerator;
import io.quantedge.telemetry.application.TrafficRequest;
import io.quantedge.telemetry.config.SimulatorConfig;
import io.quantedge.telemetry.config.SourcesConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/** The simulator's engine, sending to the services as any client would. Thread-safe. */
@ApplicationScoped
class EngineTrafficGenerator implements TrafficGenerator {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final SourcesConfig sources;
  private final SimulatorConfig config;
  private final Clock clock;
  private volatile Optional<EngineTraffic> latest = Optional.empty();

  EngineTrafficGenerator(SourcesConfig sources, SimulatorConfig config, Clock clock) {
    this.sources = sources;
    this.config = config;
    this.clock = clock;
  }

  @PreDestroy
  void close() {
    latest.ifPresent(EngineTraffic::interrupt);
  }

  @Override
  public List<Profile> profiles() {
    return Arrays.stream(TrafficProfile.values())
        .map(profile -> new Profile(profile.name(), profile.title(), profile.averageShares()))
        .toList();
  }

  @Override
  public EngineTraffic start(TrafficRequest request, Instant at) {
    String name = RunIds.of(request.seed(), at);
    TrafficSpec spec =
        new TrafficSpec(
            TrafficProfile.valueOf(request.profile()),
            request.bidsPerSecond(),
            request.slots(),
            request.contentionPercent(),
            Duration.ofSeconds(request.seconds()),
            new TrafficSpec.Identity(name, request.seed()));
    HttpExchange exchange = new HttpExchange(sources.ingest(), sources.settlement());
    EngineTraffic traffic =
        new EngineTraffic(
            name, request, new Traffic(spec, exchange, timing(), config.maxInFlight()));
    CompletionStage<Void> unused = traffic.ended().thenAccept(_ -> exchange.close());
    traffic.start();
    latest = Optional.of(traffic);
    return traffic;
  }

  private Traffic.Timing timing() {
    return new Traffic.Timing(
        clock,
        Thread::sleep,
        new Backoff(
            FIRST_PAUSE, LONGEST_PAUSE, bound -> ThreadLocalRandom.current().nextLong(bound)));
  }
}
