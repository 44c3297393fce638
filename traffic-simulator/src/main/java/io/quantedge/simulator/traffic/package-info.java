/** Continuous regional traffic against a running exchange, for as long as somebody wants it. */
@NullMarked
package io.quantedge.simulator.traffic;

import org.jspecify.annotations.NullMarked;
