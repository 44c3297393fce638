package io.quantedge.settlement.application;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What every operation needs. Thread-safe if its parts are.
 *
 * @param region the region of the truth store's endpoint, for telemetry
 */
public record OccParts(
    RetryPolicy policy,
    ConflictEvents conflicts,
    SettlementMeter meter,
    Clock clock,
    RandomGenerator random,
    String region) {}
