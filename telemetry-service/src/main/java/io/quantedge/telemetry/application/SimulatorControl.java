package io.quantedge.telemetry.application;

import io.quantedge.telemetry.application.TrafficGenerator.Ended;
import io.quantedge.telemetry.application.TrafficGenerator.Running;
import io.quantedge.telemetry.application.TrafficGenerator.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Starts and stops simulated traffic, one run at a time, and keeps what came of each where the
 * simulator's other runs are kept. Thread-safe.
 */
@ApplicationScoped
public class SimulatorControl {
  private static final Logger log = Logger.getLogger(SimulatorControl.class);

  private static final String COMMAND = "traffic";
  private static final int RECORD_ATTEMPTS = 8;
  private static final Duration RECORD_BACKOFF = Duration.ofSeconds(1);
  private static final Duration RECORD_BACKOFF_CAP = Duration.ofSeconds(15);

  private final TrafficGenerator generator;
  private final SimulationRuns runs;
  private final Settings settings;
  private final Clock clock;
  private Optional<Run> latest = Optional.empty();

  /** What a deployment allows. */
  public record Settings(boolean enabled, TrafficLimits limits) {}

  private record Run(TrafficRequest request, Instant startedAt, Running traffic) {
    TrafficRun told() {
      return new TrafficRun(traffic.runId(), startedAt, request, traffic.progress());
    }

    boolean isOver() {
      return traffic.progress().state() == State.ENDED;
    }
  }

  SimulatorControl(
      TrafficGenerator generator, SimulationRuns runs, Settings settings, Clock clock) {
    this.generator = generator;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
  }

  /** How starting ended. */
  public sealed interface Started {
    /** It begins. */
    record Begun(TrafficRun run) implements Started {}

    /** Another run is not over. */
    record Busy(TrafficRun run) implements Started {}

    /** This deployment does not allow it. */
    record Disabled() implements Started {}
  }

  public boolean isEnabled() {
    return settings.enabled();
  }

  public TrafficLimits limits() {
    return settings.limits();
  }

  public List<TrafficGenerator.Profile> profiles() {
    return generator.profiles();
  }

  /**
   * Begins traffic if none is under way.
   *
   * @throws IllegalArgumentException if it asks for what is not allowed; the message says what is
   */
  public synchronized Started start(TrafficRequest request) {
    if (!settings.enabled()) {
      return new Started.Disabled();
    }
    settings.limits().check(request);
    checkProfile(request.profile());
    Optional<TrafficRun> running = running();
    if (running.isPresent()) {
      return new Started.Busy(running.get());
    }
    Instant now = clock.instant();
    Run run = new Run(request, now, generator.start(request, now));
    latest = Optional.of(run);
    log.infof(
        "traffic begins runId=%s profile=%s bidsPerSecond=%d slots=%d seconds=%d",
        run.traffic().runId(),
        request.profile(),
        request.bidsPerSecond(),
        request.slots(),
        request.seconds());
    CompletionStage<Void> unused = run.traffic().ended().thenAccept(ended -> record(run, ended));
    return new Started.Begun(run.told());
  }

  private void checkProfile(String name) {
    List<String> known = generator.profiles().stream().map(TrafficGenerator.Profile::name).toList();
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "profile must be one of " + known + "; it was '" + name + "'");
    }
  }

  /** The run that is not over. */
  public synchronized Optional<TrafficRun> running() {
    return latest.filter(run -> !run.isOver()).map(Run::told);
  }

  /** The last run of this process that is over. */
  public synchronized Optional<TrafficRun> last() {
    return latest.filter(Run::isOver).map(Run::told);
  }

  /**
   * Ends the run that is under way.
   *
   * @return empty if there is none
   */
  public synchronized Optional<TrafficRun> stop() {
    Optional<Run> running = latest.filter(run -> !run.isOver());
    running.ifPresent(run -> run.traffic().stop());
    return running.map(Run::told);
  }

  private void record(Run run, Ended ended) {
    TrafficGenerator.Progress progress = ended.progress();
    SimulationRun record =
        new SimulationRun(
            run.traffic().runId(),
            COMMAND,
            run.request().seed(),
            run.startedAt(),
            clock.instant(),
            progress.bidsSent(),
            progress.bidsAcknowledged(),
            Math.toIntExact(progress.slotsOpened()),
            ended.nothingLost() && progress.bidsSent() > 0,
            ended.report());
    log.infof(
        "traffic ended runId=%s sent=%d acknowledged=%d refused=%d lastProblem=%s",
        record.runId(),
        progress.bidsSent(),
        progress.bidsAcknowledged(),
        progress.bidsRefused(),
        progress.lastProblem().orElse("none"));
    runs.record(record)
        .onFailure()
        .retry()
        .withBackOff(RECORD_BACKOFF, RECORD_BACKOFF_CAP)
        .atMost(RECORD_ATTEMPTS)
        .subscribe()
        .with(
            _ -> {},
            failure ->
                log.errorf(
                    "traffic's run is not kept runId=%s reason=%s",
                    record.runId(), failure.getMessage()));
  }
}
