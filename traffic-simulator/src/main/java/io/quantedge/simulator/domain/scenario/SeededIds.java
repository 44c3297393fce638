package io.quantedge.simulator.domain.scenario;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Bid ids that a seed determines, so that a run can be repeated bid by bid. */
final class SeededIds {
  private SeededIds() {}

  /** The next UUID of version 4. */
  static UUID next(RandomGenerator random) {
    long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
