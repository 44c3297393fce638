package io.quantedge.settlement.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a slot; it never changes.
 *
 * @param eventNo its place, from 1
 * @param stage what it brought the slot to
 * @param occurredAt when it happened
 * @param recordedAt when it was committed, by the settlement service's clock
 * @param request who asked for it and why, if somebody did
 */
public record SlotEvent(
    int eventNo,
    SlotStage stage,
    Instant occurredAt,
    Instant recordedAt,
    Optional<SlotRequest> request) {}
