package io.quantedge.dsql;

import java.time.Instant;

/**
 * An attempt that failed because of its endpoint.
 *
 * @param begunAt when it began to use the endpoint
 * @param silent whether the endpoint said nothing, which is dearer than a refusal
 * @param detail for people
 */
record FailedAttempt(Instant begunAt, boolean silent, String detail) {}
