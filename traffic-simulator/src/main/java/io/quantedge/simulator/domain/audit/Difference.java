package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.id.SlotId;
import java.util.Optional;

/**
 * Something that two sources say differently.
 *
 * @param what the subject; stable, so that reports can be compared
 * @param log what the auction log comes to; like the others empty if that source cannot know
 * @param store what the bid store comes to
 * @param outcome what was announced
 * @param settled what the truth store holds
 */
public record Difference(
    SlotId slotId,
    String what,
    Optional<String> log,
    Optional<String> store,
    Optional<String> outcome,
    Optional<String> settled) {}
