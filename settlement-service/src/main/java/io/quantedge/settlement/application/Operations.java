package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Names operations, so that telemetry can tell them apart. Thread-safe if its random source is.
 *
 * @param process the name of this process
 */
public record Operations(String process, RandomGenerator random) {
  /**
   * @param worker the worker's name within the process
   */
  public Operation next(List<SlotId> slotIds, String worker) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    return new Operation(UUID.nameUUIDFromBytes(seed), slotIds, process + "/" + worker);
  }
}
