package io.quantedge.simulator.application;

import java.time.Duration;

/**
 * How a run is driven; none of it changes what is right.
 *
 * @param inFlight requests under way at once
 * @param patience how long a wait goes on without any progress
 * @param pollEvery the pause between two looks
 * @param timerDelay how long a slot that closes by the clock stays open at least
 * @param timedBidsPerSecond how fast bids for such slots are sent on a slow machine
 * @param openFor how long the other slots could stay open
 */
public record Settings(
    int inFlight,
    Duration patience,
    Duration pollEvery,
    Duration timerDelay,
    int timedBidsPerSecond,
    Duration openFor) {
  /** Fits a laptop: services may be killed and come back within two minutes. */
  public static Settings standard() {
    return new Settings(
        64,
        Duration.ofSeconds(120),
        Duration.ofMillis(200),
        Duration.ofSeconds(12),
        500,
        Duration.ofHours(2));
  }
}
