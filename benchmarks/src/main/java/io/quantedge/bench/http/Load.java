package io.quantedge.bench.http;

import io.quantedge.bench.stats.Throughput;
import org.HdrHistogram.Histogram;

/**
 * What came of loading a service.
 *
 * @param accepted all requests that were answered 202
 * @param others all other answers
 * @param throughput of the accepted ones until the time was over
 * @param latencyNanos of all answers, each from when its request was due
 */
public record Load(long accepted, long others, Throughput throughput, Histogram latencyNanos) {}
