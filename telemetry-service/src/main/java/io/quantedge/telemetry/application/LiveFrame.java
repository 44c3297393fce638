package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.ConflictReport;
import io.quantedge.telemetry.domain.Cost;
import io.quantedge.telemetry.domain.Overview;
import io.quantedge.telemetry.domain.Series;
import java.time.Instant;
import java.util.List;

/**
 * The whole state, as a watcher gets it: complete in itself, so that a watcher who missed some
 * lacks nothing after the next one.
 *
 * @param id increases with every frame, also over restarts of the process
 * @param rebuilt whether the figures include all that the topics held at start
 * @param samples the newest sample of the time series, if there is one yet
 */
public record LiveFrame(
    long id,
    Instant at,
    boolean rebuilt,
    Overview overview,
    ConflictReport conflicts,
    Cost cost,
    List<Series.Sample> samples) {}
