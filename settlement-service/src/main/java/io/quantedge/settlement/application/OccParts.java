package io.quantedge.settlement.application;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What every operation needs. Thread-safe if its parts are.
 *
 * @param budget shared by all operations of the process
 * @param region the region of the truth store's endpoint in use, for telemetry
 */
public record OccParts(
    RetryPolicy policy,
    RetryBudget budget,
    ConflictEvents conflicts,
    SettlementMeter meter,
    Clock clock,
    RandomGenerator random,
    Supplier<String> region) {}
