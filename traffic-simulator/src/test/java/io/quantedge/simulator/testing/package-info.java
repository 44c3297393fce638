/** Stand-ins for the parts of an exchange, for fast tests of the simulator itself. */
@NullMarked
package io.quantedge.simulator.testing;

import org.jspecify.annotations.NullMarked;
