package io.quantedge.telemetry.application;

/**
 * Which traffic somebody wants.
 *
 * @param profile the name of one of {@link TrafficGenerator#profiles}
 * @param slots auctions at a time
 * @param contentionPercent share of them that the same few win at one moment
 * @param seconds how long
 */
public record TrafficRequest(
    String profile, int bidsPerSecond, int slots, int contentionPercent, int seconds, long seed) {}
