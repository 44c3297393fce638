package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.SlotSummary;
import java.util.List;

/**
 * What one who was asked for slots found.
 *
 * @param complete false if there are more than were looked at
 */
public record FoundSlots(List<SlotSummary> slots, boolean complete) {}
