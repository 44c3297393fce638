package io.quantedge.telemetry.application.proof;

/**
 * What one side of a proof measured, as the service that ran it tells it. Immutable.
 *
 * @param guarded whether the guard was in place
 * @param holds whether the guarantee was kept
 * @param sentence the result in words
 * @param json everything, as a JSON object, unchanged
 */
public record ProofSide(boolean guarded, boolean holds, String sentence, String json) {}
