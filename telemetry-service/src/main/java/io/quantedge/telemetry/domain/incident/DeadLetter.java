package io.quantedge.telemetry.domain.incident;

import java.time.Instant;

/**
 * An outcome that could not be settled and was isolated.
 *
 * @param subject the slot, or where the record stood if it cannot be read
 * @param cause why it could not be settled
 * @param at when it was isolated
 */
public record DeadLetter(String subject, String cause, Instant at) {}
