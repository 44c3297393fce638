package io.quantedge.ingest.domain;

/**
 * Where a record stands in the auction log. All that is said of one slot stands in one partition,
 * so two positions of a slot are ordered by their offsets.
 *
 * @param partition 0 or more
 * @param offset 0 or more
 */
public record LogPosition(int partition, long offset) {}
