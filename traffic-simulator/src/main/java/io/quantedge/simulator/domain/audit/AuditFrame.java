package io.quantedge.simulator.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What an audit is held against. It looks at the log as it was when the audit began: what moves on
 * meanwhile is neither waited for nor blamed.
 *
 * @param now when the audit began
 * @param patience how long a step may take before it is taken for lost
 * @param retention how long the bid store keeps a slot after its closing time
 * @param partitions the log's offsets by partition
 */
public record AuditFrame(
    Instant now, Duration patience, Duration retention, Map<Integer, Range> partitions) {
  private static final Range NO_PARTITION = new Range(0, 0);

  public AuditFrame {
    partitions = Map.copyOf(partitions);
  }

  /**
   * Offsets of a partition that can be read.
   *
   * @param begin the first one that the broker still has
   * @param end the one behind the last when the audit began
   */
  public record Range(long begin, long end) {
    /** At most so many records. */
    public long size() {
      return end - begin;
    }
  }

  /** Empty ranges for a partition that does not exist. */
  public Range range(int partition) {
    return partitions.getOrDefault(partition, NO_PARTITION);
  }

  /** Whether something that was due then is overdue by now. */
  boolean isOverdue(Instant due) {
    return due.plus(patience).isBefore(now);
  }
}
