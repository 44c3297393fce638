package io.quantedge.evaluator.domain;

/**
 * The log of a partition as its new owner finds it.
 *
 * @param begin the first offset that is still there
 * @param committed where the owner before said that one can go on
 * @param end the first offset that is not written yet: what stands before it is the past
 */
public record LogRange(long begin, long committed, long end) {}
