package io.quantedge.simulator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import java.time.Instant;
import java.util.UUID;

/**
 * The exchange as its clients see it. Each call is one request, and each may be repeated: all of
 * them are idempotent by the ids that they carry. Thread-safe.
 */
public interface Exchange {
  Reply open(PlannedAccount account) throws InterruptedException;

  Reply fund(String accountId, UUID fundingId, Money amount) throws InterruptedException;

  Reply open(PlannedSlot slot, Instant closesAt) throws InterruptedException;

  Reply place(PlannedBid bid) throws InterruptedException;

  Reply close(SlotId slotId) throws InterruptedException;
}
