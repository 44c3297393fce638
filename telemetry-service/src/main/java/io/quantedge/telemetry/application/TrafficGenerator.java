package io.quantedge.telemetry.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** What makes traffic. Thread-safe. */
public interface TrafficGenerator {
  List<Profile> profiles();

  /** Begins at once, in the background. */
  Running start(TrafficRequest request, Instant at);

  /**
   * A way in which traffic is spread.
   *
   * @param regions shares in per cent, sum 100
   */
  record Profile(String name, String title, SortedMap<String, Integer> regions) {}

  /** Traffic under way, or ended. */
  interface Running {
    UUID runId();

    Progress progress();

    /** No bid is sent from now on. */
    void stop();

    /** Completes normally with what has come of it, however it ended. */
    CompletionStage<Ended> ended();
  }

  /** How far traffic is. */
  enum State {
    STARTING,
    RUNNING,
    STOPPING,
    ENDED
  }

  /** What has come of it. */
  record Progress(
      State state,
      long bidsSent,
      long bidsAcknowledged,
      long bidsRefused,
      long slotsOpened,
      long slotsClosed,
      Optional<String> lastProblem) {}

  /**
   * What came of it.
   *
   * @param nothingLost whether each bid that was sent was acknowledged or refused
   * @param report all that was counted, as JSON
   */
  record Ended(Progress progress, boolean nothingLost, String report) {}
}
