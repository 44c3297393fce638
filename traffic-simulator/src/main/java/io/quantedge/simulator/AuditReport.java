package io.quantedge.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.Json;
import io.quantedge.simulator.domain.audit.Difference;
import io.quantedge.simulator.domain.audit.SlotFinding.Remark;
import io.quantedge.simulator.domain.audit.SlotFinding.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of an audit as a contract for machines. Immutable.
 *
 * @param command {@code audit}
 * @param agrees whether nothing contradicts anything; a slot that is not final yet does not
 * @param startedAt when the log was looked at: what came later is not part of the audit
 * @param durationSeconds one decimal
 * @param records of the log that were read
 * @param slots how many slots were audited
 * @param byStatus how many of them are in each state
 * @param byRemark how many of them something is remarked of
 * @param notFinal slots that are not settled yet, or that something is remarked of; at most {@value
 *     #MAX_LISTED}
 * @param unreadableRecords records of the log or of the outcomes of which not even the slot is
 *     known
 * @param differenceCount all differences
 * @param differences the first {@value #MAX_LISTED} of them; a source that cannot know is absent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AuditReport(
    String command,
    boolean agrees,
    Instant startedAt,
    BigDecimal durationSeconds,
    long records,
    long slots,
    SortedMap<Status, Long> byStatus,
    SortedMap<Remark, Long> byRemark,
    List<Note> notFinal,
    long unreadableRecords,
    long differenceCount,
    List<Difference> differences) {
  /** Whoever has more differences than this needs no list. */
  public static final int MAX_LISTED = 10_000;

  public AuditReport {
    byStatus = sorted(byStatus);
    byRemark = sorted(byRemark);
    notFinal = List.copyOf(notFinal);
    differences = List.copyOf(differences);
  }

  private static <K extends Comparable<K>> SortedMap<K, Long> sorted(Map<K, Long> counts) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** A slot that somebody should know something about. */
  public record Note(SlotId slotId, Status status, Set<Remark> remarks) {}

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
