package io.quantedge.dsql;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long each connection may live. Connections that came about together must not end together, or
 * their replacements would all ask for their turn at once.
 *
 * @param least the least lifetime
 * @param jitter of which a uniformly random part is added
 */
record Lifetimes(Duration least, Duration jitter, RandomGenerator random) {
  Duration next() {
    return least.plusMillis(random.nextLong(jitter.toMillis() + 1));
  }
}
