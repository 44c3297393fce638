/** Settlement in numbers, for Prometheus. */
@NullMarked
package io.quantedge.settlement.metrics;

import org.jspecify.annotations.NullMarked;
