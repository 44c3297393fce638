package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import java.util.List;
import java.util.UUID;

/**
 * One run of one worker towards one commit, with as many attempts as it needs.
 *
 * @param slotIds the slots that it wants to settle; empty if it is about an account
 * @param worker which worker of which process runs it
 */
public record Operation(UUID operationId, List<SlotId> slotIds, String worker) {
  public Operation {
    slotIds = List.copyOf(slotIds);
  }
}
