/** The verdict: pure checks over what was planned, answered, logged, stored and settled. */
@NullMarked
package io.quantedge.simulator.domain.check;

import org.jspecify.annotations.NullMarked;
