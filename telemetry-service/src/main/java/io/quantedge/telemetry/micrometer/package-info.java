/** Publishes the state as Prometheus metrics. */
@NullMarked
package io.quantedge.telemetry.micrometer;

import org.jspecify.annotations.NullMarked;
