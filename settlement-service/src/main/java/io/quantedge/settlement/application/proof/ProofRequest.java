package io.quantedge.settlement.application.proof;

/**
 * One side of a proof that somebody wants to see.
 *
 * @param workers how many settle at once
 * @param accounts how many buyers they settle for; 1 where the kind has no choice
 * @param seed decides the pauses between attempts; how workers meet is the store's affair
 * @param guarded false takes the guard out
 */
public record ProofRequest(ProofKind kind, int workers, int accounts, long seed, boolean guarded) {}
