package io.quantedge.ingest.domain;

import java.util.List;
import java.util.Map;

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
}
