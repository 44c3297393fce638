package io.quantedge.contracts.usage;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one run of a process has used of the stores so far (topic {@code usage-stats}, key = {@code
 * processId}). Counts are cumulative since {@code startedAt}, so reading a report twice changes
 * nothing, a rate is a difference of two, and the total of the exchange is the sum over the newest
 * report of each process. A process that ends stops counting; its last report stays true.
 *
 * @param processId of this run; a restarted process has another one
 * @param service for example {@code ingest-service}
 * @param reportedAt by the process's clock
 * @param counts things counted since the start, by {@link Count}; zero or more
 * @param levels how things stand at {@code reportedAt}, by {@link Level}; zero or more
 */
public record UsageReport(
    UUID processId,
    String service,
    Instant startedAt,
    Instant reportedAt,
    SortedMap<Count, Long> counts,
    SortedMap<Level, Long> levels) {
  /** What is counted. Names are part of the wire format. */
  public enum Count {
    /** Bids acknowledged to whoever sent them. */
    BIDS_ACKNOWLEDGED,
    /** Appends to the log that were waited for on behalf of a bid. */
    LOG_APPENDS,
    /** Time those took in all, microseconds. */
    LOG_APPEND_MICROS,
    /** Items written to DynamoDB. */
    STORE_ITEMS,
    /** DynamoDB's own count of write units, in tenths, as its answers say. */
    STORE_WRITE_UNITS_TENTHS,
    /** Requests that wrote those. */
    STORE_REQUESTS,
    /** Time those took in all, microseconds. */
    STORE_REQUEST_MICROS,
    /** Requests, or parts of them, that DynamoDB put off. */
    STORE_THROTTLED,
    /** Attempts on the truth store that may end with a commit. */
    TRUTH_ATTEMPTS,
    /** Those that failed and may be made again. */
    TRUTH_FAILED_ATTEMPTS,
    /** SQL transactions committed with something written. */
    TRUTH_COMMITS,
    /** Rows inserted or updated by those. */
    TRUTH_ROWS,
    /** Time from the begin to the acknowledged commit of those in all, microseconds. */
    TRUTH_COMMIT_MICROS,
    /** Settlements among the commits. */
    TRUTH_SETTLEMENTS
  }

  /** What stands at a level. Names are part of the wire format. */
  public enum Level {
    /** Records of the log that are not in DynamoDB yet. */
    STORE_LAG_RECORDS,
    /** Age of the oldest of those, milliseconds. */
    STORE_OLDEST_UNWRITTEN_MILLIS,
    /** Slots written to more than one key because of their rate. */
    STORE_HOT_SLOTS
  }

  public UsageReport {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }

  /** A count; zero if it is not reported. */
  public long count(Count count) {
    return counts.getOrDefault(count, 0L);
  }
}
