package io.quantedge.telemetry.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quantedge.contracts.json.Json;
import io.quantedge.simulator.domain.scenario.RunIds;
import io.quantedge.simulator.traffic.Traffic;
import io.quantedge.simulator.traffic.TrafficCounts;
import io.quantedge.telemetry.application.TrafficGenerator;
import io.quantedge.telemetry.application.TrafficGenerator.Ended;
import io.quantedge.telemetry.application.TrafficGenerator.Progress;
import io.quantedge.telemetry.application.TrafficGenerator.State;
import io.quantedge.telemetry.application.TrafficRequest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** One run of the engine on a thread of its own. Thread-safe. */
final class EngineTraffic implements TrafficGenerator.Running {
  private static final Logger log = Logger.getLogger(EngineTraffic.class);

  private final UUID runId;
  private final TrafficRequest request;
  private final Traffic traffic;
  private final CompletableFuture<Ended> ended = new CompletableFuture<>();
  private final Thread thread;
  private volatile Optional<String> failure = Optional.empty();

  /**
   * @param name of the run, see {@link RunIds}
   */
  EngineTraffic(String name, TrafficRequest request, Traffic traffic) {
    this.runId = RunIds.uuid(name);
    this.request = request;
    this.traffic = traffic;
    this.thread = Thread.ofVirtual().name("simulator").unstarted(this::run);
  }

  /** All that was counted; what is simulated says so. */
  private record Report(
      String kind,
      TrafficRequest request,
      long bidsSent,
      long bidsAcknowledged,
      long bidsRefused,
      long bidsUnanswered,
      long bidsLeftOut,
      long requestsPutOff,
      long slotsOpened,
      long slotsClosed,
      SortedMap<String, Long> refusedByCode,
      Optional<String> lastProblem) {}

  void start() {
    thread.start();
  }

  /** Ends it in the midst, at the end of the process. */
  void interrupt() {
    thread.interrupt();
  }

  private void run() {
    try {
      traffic.run();
    } catch (InterruptedException e) {
      failure = Optional.of("the process ended while it ran");
    } catch (RuntimeException e) {
      log.errorf(e, "traffic failed runId=%s", runId);
      failure = Optional.of("the simulator failed; telemetry's log has the cause");
    }
    boolean whole = failure.isEmpty() && traffic.counts().nothingLost();
    ended.complete(new Ended(progress(), whole, report()));
  }

  @Override
  public UUID runId() {
    return runId;
  }

  @Override
  public Progress progress() {
    TrafficCounts counts = traffic.counts();
    return new Progress(
        State.valueOf(counts.state().name()),
        counts.bidsSent(),
        counts.bidsAcknowledged(),
        counts.bidsRefused(),
        counts.slotsOpened(),
        counts.slotsClosed(),
        failure.or(counts::lastProblem));
  }

  private String report() {
    TrafficCounts counts = traffic.counts();
    Report report =
        new Report(
            "simulated",
            request,
            counts.bidsSent(),
            counts.bidsAcknowledged(),
            counts.bidsRefused(),
            counts.bidsUnanswered(),
            counts.bidsLeftOut(),
            counts.requestsPutOff(),
            counts.slotsOpened(),
            counts.slotsClosed(),
            counts.refusedByCode(),
            failure.or(counts::lastProblem));
    try {
      return Json.mapper().writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of our own could not be written", e);
    }
  }

  @Override
  public void stop() {
    traffic.stop();
  }

  @Override
  public CompletionStage<Ended> ended() {
    return ended;
  }
}
