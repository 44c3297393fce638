package io.quantedge.evaluator.application;

import io.quantedge.evaluator.domain.FoldRules;
import java.time.Duration;

/**
 * Bounds and intervals of an evaluator.
 *
 * @param statsInterval how often the traffic of slots that moved is told
 * @param retryDelay how long a failed send waits before it is sent again
 * @param maxInFlight how many sends of one kind may wait for their acknowledgement
 * @param maxUndelivered with how many closed slots waiting to be told reading pauses
 */
public record EvaluatorSettings(
    FoldRules rules,
    Duration statsInterval,
    Duration retryDelay,
    int maxInFlight,
    int maxUndelivered) {}
