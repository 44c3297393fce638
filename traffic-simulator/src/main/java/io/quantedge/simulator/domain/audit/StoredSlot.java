package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * A slot's own item in the bid store.
 *
 * @param openOffset where the item says that the slot was opened in its partition
 * @param closeOffset its first close marker, as far as the store knows
 * @param shards how many keys its bids are spread over, at least 1
 * @param expiresAt when the store may drop it
 */
public record StoredSlot(
    SlotDefinition definition,
    int partition,
    long openOffset,
    Optional<Long> closeOffset,
    int shards,
    Instant expiresAt) {}
