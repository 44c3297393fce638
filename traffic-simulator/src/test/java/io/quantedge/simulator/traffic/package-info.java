/** Tests of continuous traffic, with an exchange and a clock of their own. */
@NullMarked
package io.quantedge.simulator.traffic;

import org.jspecify.annotations.NullMarked;
