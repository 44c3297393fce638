/** Reads the exchange's topics from outside, without a consumer group. */
@NullMarked
package io.quantedge.simulator.kafka;

import org.jspecify.annotations.NullMarked;
