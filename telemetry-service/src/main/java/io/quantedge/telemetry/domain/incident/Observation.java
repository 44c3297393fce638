package io.quantedge.telemetry.domain.incident;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.domain.ConflictCounts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What telemetry knew at one moment, as far as the rules look at it. All counts only grow.
 *
 * @param conflictsByRegion of the truth store
 * @param receivedByOpenSlot bids of each slot that takes bids
 * @param oldestWaitingSince when the slot was closed whose outcome has waited longest for its
 *     settlement
 */
public record Observation(
    Instant at,
    SortedMap<String, ConflictCounts> conflictsByRegion,
    Map<SlotId, Long> receivedByOpenSlot,
    Optional<Instant> oldestWaitingSince) {}
