package io.quantedge.telemetry.domain.incident;

import java.time.Instant;

/**
 * A promise of the books that does not hold.
 *
 * @param check the name of the promise
 * @param detail what was found
 * @param at when it was found
 */
public record FailedCheck(String check, String detail, Instant at) {}
