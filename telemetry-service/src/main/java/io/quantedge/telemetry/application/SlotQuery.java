package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.SlotState;
import java.util.Optional;

/**
 * Which slots somebody looks for.
 *
 * @param text part of the id or the name, in any case; empty for all
 * @param state only those in this state
 * @param after only those behind this place
 * @param limit how many at most, 1 or more
 */
public record SlotQuery(
    String text, Optional<SlotState> state, Optional<SlotPlace> after, int limit) {}
