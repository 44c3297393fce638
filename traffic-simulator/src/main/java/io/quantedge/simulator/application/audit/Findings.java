package io.quantedge.simulator.application.audit;

import io.quantedge.simulator.AuditReport;
import io.quantedge.simulator.AuditReport.Note;
import io.quantedge.simulator.domain.audit.Difference;
import io.quantedge.simulator.domain.audit.SlotFinding;
import io.quantedge.simulator.domain.audit.SlotFinding.Remark;
import io.quantedge.simulator.domain.audit.SlotFinding.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what an audit finds, and keeps as much of it as a report may list. Not thread-safe. */
final class Findings {
  private static final int MILLIS_PER_SECOND = 1_000;

  private final SortedMap<Status, Long> byStatus = new TreeMap<>();
  private final SortedMap<Remark, Long> byRemark = new TreeMap<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private long slots;
  private long differenceCount;
  private long unreadable;

  void add(SlotFinding finding) {
    slots++;
    byStatus.merge(finding.status(), 1L, Long::sum);
    finding.remarks().forEach(remark -> byRemark.merge(remark, 1L, Long::sum));
    differenceCount += finding.differences().size();
    finding.differences().stream()
        .limit(AuditReport.MAX_LISTED - (long) differences.size())
        .forEach(differences::add);
    boolean plain = finding.status() == Status.AGREES && finding.remarks().isEmpty();
    if (!plain && finding.status() != Status.DIFFERS && notes.size() < AuditReport.MAX_LISTED) {
      notes.add(new Note(finding.slotId(), finding.status(), finding.remarks()));
    }
  }

  /** Records of which not even the slot is known. */
  void addUnreadable(long records) {
    unreadable += records;
  }

  AuditReport report(Instant startedAt, Duration lasted, long records) {
    return new AuditReport(
        "audit",
        differenceCount == 0 && unreadable == 0,
        startedAt,
        BigDecimal.valueOf(lasted.toMillis())
            .divide(BigDecimal.valueOf(MILLIS_PER_SECOND), 1, RoundingMode.HALF_UP),
        records,
        slots,
        byStatus,
        byRemark,
        notes,
        unreadable,
        differenceCount,
        differences);
  }
}
