package io.quantedge.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quantedge.contracts.json.Json;
import io.quantedge.simulator.domain.check.Check;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run as a contract for machines. Its JSON has the same shape for every command;
 * amounts are text with four decimals. Immutable.
 *
 * @param command {@code demo} or {@code replay}
 * @param runId a UUID, the key under which telemetry keeps the run
 * @param durationSeconds the whole run, verification included; one decimal
 * @param residentMiB the most resident memory that was seen, by the measure of the caller
 */
@JsonPropertyOrder({"command", "runId", "seed", "startedAt"})
public record RunReport(
    String command,
    String runId,
    long seed,
    Instant startedAt,
    BigDecimal durationSeconds,
    long residentMiB,
    Bids bids,
    List<Auction> auctions,
    Conflicts conflicts,
    List<Check> checks) {
  public RunReport {
    auctions = List.copyOf(auctions);
    checks = List.copyOf(checks);
  }

  /**
   * What the intake answered.
   *
   * @param sent requests that were planned; a retry is not another one
   * @param refused the others, by the code of the answer
   * @param perSecond requests answered per second while they were sent; one decimal
   */
  public record Bids(
      long sent, long acknowledged, SortedMap<String, Long> refused, BigDecimal perSecond) {
    public Bids {
      refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
  }

  /**
   * One auction as it was settled.
   *
   * @param auction the slot's name in a demo, the {@code auction_id} in a replay
   * @param state {@code SETTLED}, {@code REJECTED} or {@code UNSOLD}
   * @param winner the account that bought; like all that follow absent unless settled
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Auction(
      String auction,
      String slotId,
      String state,
      @Nullable String winner,
      @Nullable String winningBid,
      @Nullable String clearingPrice,
      @Nullable String settlementId) {}

  /**
   * Conflicts on the truth store over the slots of this run.
   *
   * @param resolutionRate in percent, one decimal; 100.0 if there was no conflict
   */
  public record Conflicts(
      long conflicts, long retries, long resolved, long exhausted, BigDecimal resolutionRate) {}

  /** Whether every check holds. */
  public boolean allHold() {
    return checks.stream().allMatch(Check::holds);
  }

  /** The report as indented JSON, ending with a line break. */
  public String toJson() {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of our own could not be written", e);
    }
  }

  /**
   * Writes the JSON so that the file is either the old one or the whole new one, never a part.
   *
   * @throws IOException if the file cannot be written; nothing is left behind then
   */
  public void writeTo(Path file) throws IOException {
    ReportFile.write(file, toJson());
  }
}
