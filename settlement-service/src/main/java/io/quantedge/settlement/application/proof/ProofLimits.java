package io.quantedge.settlement.application.proof;

import java.time.Duration;

/**
 * How far proofs may go.
 *
 * @param enabled whether any may be run here
 * @param maxWorkers how many workers any of them may have, 2 or more
 * @param timeLimit how long one side may take, before its rows are taken away
 * @param backoffBase the scale of the pause between attempts, as in production
 * @param backoffCap no pause is longer
 */
public record ProofLimits(
    boolean enabled,
    int maxWorkers,
    Duration timeLimit,
    Duration backoffBase,
    Duration backoffCap) {}
