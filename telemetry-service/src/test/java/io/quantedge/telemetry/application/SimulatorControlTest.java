package io.quantedge.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.telemetry.application.SimulatorControl.Started;
import io.quantedge.telemetry.application.TrafficGenerator.Ended;
import io.quantedge.telemetry.application.TrafficGenerator.Progress;
import io.quantedge.telemetry.application.TrafficGenerator.State;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SimulatorControlTest {
  private static final TrafficRequest REQUEST = new TrafficRequest("EVEN", 100, 5, 20, 30, 7);

  private final FakeGenerator generator = new FakeGenerator();
  private final KeptRuns kept = new KeptRuns();

  private SimulatorControl control(boolean enabled) {
    return new SimulatorControl(
        generator,
        new SimulationRuns(kept),
        new SimulatorControl.Settings(enabled, TrafficLimits.of(2_000, 200, 3_600)),
        Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
  }

  @Test
  void whereItIsOffNothingStarts() {
    assertThat(control(false).start(REQUEST)).isInstanceOf(Started.Disabled.class);

    assertThat(generator.started).isEmpty();
  }

  @Test
  void oneRunAtATime() {
    SimulatorControl control = control(true);

    assertThat(control.start(REQUEST)).isInstanceOf(Started.Begun.class);
    assertThat(control.start(REQUEST)).isInstanceOf(Started.Busy.class);
    assertThat(control.running()).isPresent();
    generator.started.getFirst().end(10, 9, true);
    assertThat(control.running()).isEmpty();
    assertThat(control.last()).isPresent();
    assertThat(control.start(REQUEST)).isInstanceOf(Started.Begun.class);

    assertThat(generator.started).hasSize(2);
  }

  @Test
  void whatCameOfItIsKeptOnceItIsOver() {
    SimulatorControl control = control(true);
    Started unused = control.start(REQUEST);
    assertThat(kept.runs).isEmpty();

    generator.started.getFirst().end(10, 9, true);

    assertThat(kept.runs)
        .singleElement()
        .satisfies(run -> {
          assertThat(run.command()).isEqualTo("traffic");
          assertThat(run.seed()).isEqualTo(7);
          assertThat(run.bidsSent()).isEqualTo(10);
          assertThat(run.bidsAcknowledged()).isEqualTo(9);
          assertThat(run.allHold()).isTrue();
          assertThat(run.report()).isEqualTo("{}");
        });
  }

  @Test
  void aRunThatLostABidOrSentNoneDoesNotHold() {
    SimulatorControl control = control(true);
    Started first = control.start(REQUEST);
    generator.started.getFirst().end(10, 9, false);
    Started second = control.start(REQUEST);
    generator.started.getLast().end(0, 0, true);

    assertThat(List.of(first, second)).hasOnlyElementsOfType(Started.Begun.class);
    assertThat(kept.runs).hasSize(2).noneMatch(SimulationRun::allHold);
  }

  @Test
  void stoppingReachesTheRunThatIsUnderWayAndNoOther() {
    SimulatorControl control = control(true);
    assertThat(control.stop()).isEmpty();
    Started unused = control.start(REQUEST);

    assertThat(control.stop()).isPresent();
    assertThat(generator.started.getFirst().stopped).isTrue();
    generator.started.getFirst().end(1, 1, true);

    assertThat(control.stop()).isEmpty();
  }

  private static final class FakeGenerator implements TrafficGenerator {
    private final List<FakeTraffic> started = new ArrayList<>();

    @Override
    public List<Profile> profiles() {
      return List.of(new Profile("EVEN", "Evenly", new TreeMap<>(Map.of("us-east-1", 100))));
    }

    @Override
    public Running start(TrafficRequest request, Instant at) {
      FakeTraffic traffic = new FakeTraffic();
      started.add(traffic);
      return traffic;
    }
  }

  private static final class FakeTraffic implements TrafficGenerator.Running {
    private final UUID runId = UUID.randomUUID();
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private Progress progress = new Progress(State.RUNNING, 0, 0, 0, 0, 0, Optional.empty());
    private boolean stopped;

    void end(long sent, long acknowledged, boolean nothingLost) {
      progress =
          new Progress(
              State.ENDED, sent, acknowledged, sent - acknowledged, 3, 3, Optional.empty());
      ended.complete(new Ended(progress, nothingLost, "{}"));
    }

    @Override
    public UUID runId() {
      return runId;
    }

    @Override
    public Progress progress() {
      return progress;
    }

    @Override
    public void stop() {
      stopped = true;
    }

    @Override
    public CompletionStage<Ended> ended() {
      return ended;
    }
  }

  private static final class KeptRuns implements SimulationRunStore {
    private final List<SimulationRun> runs = new ArrayList<>();

    @Override
    public Uni<Boolean> insert(SimulationRun run) {
      runs.add(run);
      return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Optional<SimulationRun>> find(UUID runId) {
      return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<List<SimulationRun>> newest(int limit) {
      return Uni.createFrom().item(List.copyOf(runs));
    }
  }
}
