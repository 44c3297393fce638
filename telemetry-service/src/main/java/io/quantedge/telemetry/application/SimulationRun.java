package io.quantedge.telemetry.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a run of the simulator did, kept so that runs can be compared. Instants are in whole
 * microseconds, as the truth store keeps them.
 *
 * @param command for example {@code demo} or {@code replay}; 1 to 32 characters
 * @param bidsSent zero or more
 * @param bidsAcknowledged zero or more, at most {@code bidsSent}
 * @param slots zero or more
 * @param allHold whether every check of the run held
 * @param report the run's whole report, at most {@value #MAX_REPORT_LENGTH} characters
 */
public record SimulationRun(
    UUID runId,
    String command,
    long seed,
    Instant startedAt,
    Instant finishedAt,
    long bidsSent,
    long bidsAcknowledged,
    int slots,
    boolean allHold,
    String report) {
  public static final int MAX_REPORT_LENGTH = 1_000_000;

  private static final int MAX_COMMAND_LENGTH = 32;

  public SimulationRun {
    require(
        !command.isBlank() && command.length() <= MAX_COMMAND_LENGTH,
        "command must have 1 to " + MAX_COMMAND_LENGTH + " characters; it had " + command.length());
    require(
        !finishedAt.isBefore(startedAt),
        "finishedAt (" + finishedAt + ") must not be before startedAt (" + startedAt + ")");
    require(bidsSent >= 0, "bidsSent must be zero or more; it was " + bidsSent);
    require(
        bidsAcknowledged >= 0 && bidsAcknowledged <= bidsSent,
        "bidsAcknowledged must be 0 to bidsSent (" + bidsSent + "); it was " + bidsAcknowledged);
    require(slots >= 0, "slots must be zero or more; it was " + slots);
    require(
        report.length() <= MAX_REPORT_LENGTH,
        "report must have at most " + MAX_REPORT_LENGTH + " characters; it had " + report.length());
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
    finishedAt = finishedAt.truncatedTo(ChronoUnit.MICROS);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
