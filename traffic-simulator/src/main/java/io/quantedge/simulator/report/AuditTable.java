package io.quantedge.simulator.report;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.AuditReport;
import io.quantedge.simulator.AuditReport.Note;
import io.quantedge.simulator.domain.audit.Difference;
import io.quantedge.simulator.domain.audit.SlotFinding.Remark;
import io.quantedge.simulator.domain.audit.SlotFinding.Status;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An audit's summary and its differences as plain text. */
public final class AuditTable {
  /** The counts of many regions stand in one value. */
  private static final int MAX_VALUE = 2_000;

  private static final int MAX_NOTES = 20;
  private static final String ROW = "  %-42s %9s%n";

  private AuditTable() {}

  /** The text, ending with a line break. */
  public static String of(AuditReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        "audit of %s slots, %s records of the log: %s s%n"
            .formatted(number(report.slots()), number(report.records()), report.durationSeconds()));
    report.byStatus().forEach((status, count) -> text.append(row(words(status), count)));
    report.byRemark().forEach((remark, count) -> text.append(row(words(remark), count)));
    if (report.unreadableRecords() > 0) {
      text.append(row("records that cannot be read", report.unreadableRecords()));
    }
    notes(report.notFinal()).forEach(text::append);
    differences(report).forEach(text::append);
    text.append(
        """

        DynamoDB keeps the first record of each bid, so repeats, and the counts with them, are not
        compared with it.
        """);
    return text.append(verdict(report)).append(System.lineSeparator()).toString();
  }

  private static String row(String what, long count) {
    return ROW.formatted(what, number(count));
  }

  private static Stream<String> notes(List<Note> notes) {
    Stream<String> lines =
        notes.stream()
            .limit(MAX_NOTES)
            .map(note -> "%n%s: %s".formatted(note.slotId(), words(note)));
    if (notes.isEmpty()) {
      return Stream.empty();
    }
    String rest =
        notes.size() > MAX_NOTES
            ? "%n… and %d more; --json lists them".formatted(notes.size() - MAX_NOTES)
            : "";
    return Stream.concat(lines, Stream.of(rest + System.lineSeparator()));
  }

  private static String words(Note note) {
    return Stream.concat(
            Stream.of(note.status())
                .filter(status -> status != Status.AGREES)
                .map(AuditTable::words),
            note.remarks().stream().map(AuditTable::words))
        .collect(Collectors.joining(", "));
  }

  private static List<String> differences(AuditReport report) {
    SortedMap<SlotId, List<Difference>> bySlot = new TreeMap<>();
    report
        .differences()
        .forEach(one -> bySlot.computeIfAbsent(one.slotId(), id -> new ArrayList<>()).add(one));
    List<String> lines = new ArrayList<>();
    for (Map.Entry<SlotId, List<Difference>> slot : bySlot.entrySet()) {
      lines.add("%n%s DIFFERS%n".formatted(slot.getKey()));
      slot.getValue().forEach(one -> lines.add(text(one)));
    }
    if (report.differenceCount() > report.differences().size()) {
      lines.add(
          "%n… and %s more differences%n"
              .formatted(number(report.differenceCount() - report.differences().size())));
    }
    return lines;
  }

  private static String text(Difference one) {
    return "  %s%n".formatted(one.what())
        + says("log", one.log())
        + says("DynamoDB", one.store())
        + says("outcome", one.outcome())
        + says("settled", one.settled());
  }

  private static String says(String source, Optional<String> value) {
    return value.map(text -> "    %-9s %s%n".formatted(source, cut(text))).orElse("");
  }

  private static String verdict(AuditReport report) {
    if (report.agrees()) {
      return "Everything that can be compared agrees.";
    }
    return "%s of %s slots DIFFER, in %s respects."
        .formatted(
            number(report.byStatus().getOrDefault(Status.DIFFERS, 0L)),
            number(report.slots()),
            number(report.differenceCount() + report.unreadableRecords()));
  }

  private static String words(Status status) {
    return switch (status) {
      case AGREES -> "all sources agree";
      case DIFFERS -> "sources differ";
      case OPEN -> "not decided yet";
      case AWAITS_OUTCOME -> "closed, waits for its outcome";
      case AWAITS_SETTLEMENT -> "decided, waits for its settlement";
    };
  }

  private static String words(Remark remark) {
    return switch (remark) {
      case BIDS_EXPIRED -> "bids expired in DynamoDB: not compared";
      case LOG_EXPIRED -> "opening expired in the log: not compared";
      case VOIDED -> "sale voided later";
      case SOLD_TO_ANOTHER_CANDIDATE -> "winner could not pay, the next one did";
      case REJECTED -> "no candidate could pay";
    };
  }

  private static String cut(String text) {
    return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE - 1) + "…";
  }

  private static String number(long value) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(value);
  }
}
