package io.quantedge.telemetry.application;

import io.quantedge.telemetry.application.TrafficGenerator.Progress;
import java.time.Instant;
import java.util.UUID;

/** Simulated traffic, as it is told. */
public record TrafficRun(
    UUID runId, Instant startedAt, TrafficRequest request, Progress progress) {}
