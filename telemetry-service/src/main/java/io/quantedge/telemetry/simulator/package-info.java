/** Drives the simulator's traffic from within this process. */
@NullMarked
package io.quantedge.telemetry.simulator;

import org.jspecify.annotations.NullMarked;
