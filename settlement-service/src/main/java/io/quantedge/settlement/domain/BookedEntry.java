package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the ledger as it was committed.
 *
 * @param amount negative for a debit
 * @param bookedAt by the settlement service's clock
 */
public record BookedEntry(
    AccountId accountId,
    UUID entryId,
    UUID postingId,
    int entryNo,
    EntryKind kind,
    Money amount,
    Optional<SlotId> slotId,
    Instant bookedAt) {}
