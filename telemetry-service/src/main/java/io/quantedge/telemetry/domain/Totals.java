package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.traffic.Tally;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Every sum of the state at one moment, without the details that are expensive to collect: what
 * metrics and time series are made of. Everything but {@code openSlots}, {@code waiting} and {@code
 * conflicts.open()} only grows.
 */
public record Totals(
    Tally bids,
    SortedMap<Region, Tally> bidsByRegion,
    long late,
    long openSlots,
    long closedSlots,
    long awarded,
    long unsold,
    long settled,
    long rejected,
    long settledUnsold,
    long waiting,
    Optional<Instant> oldestWaitingSince,
    ConflictCounts conflicts,
    SortedMap<Cause, Long> failedAttemptsByCause,
    SortedMap<String, ConflictCounts> conflictsByRegion) {

  /** Outcomes of either kind. */
  public long outcomes() {
    return awarded + unsold;
  }

  /** Settlements of any kind. */
  public long settlements() {
    return settled + rejected + settledUnsold;
  }
}
