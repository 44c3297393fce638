package io.quantedge.ingest.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one read of the log brought: the readable records, in log order within each partition, and
 * how far the read got. The two differ where a record could not be read: it is passed over, but its
 * offset is not read again.
 *
 * @param nextOffsets by partition: the offset behind the last record that this read covers
 */
public record LogBatch(List<LogRecord> records, Map<Integer, Long> nextOffsets) {
  public LogBatch {
    records = List.copyOf(records);
    nextOffsets = Map.copyOf(nextOffsets);
  }

  /** The same batch without the records of partitions that somebody else reads now. */
  public LogBatch without(Set<Integer> partitions) {
    List<LogRecord> kept =
        records.stream()
            .filter(record -> !partitions.contains(record.position().partition()))
            .toList();
    Map<Integer, Long> keptOffsets = new HashMap<>(nextOffsets);
    keptOffsets.keySet().removeAll(partitions);
    return new LogBatch(kept, keptOffsets);
  }
}
