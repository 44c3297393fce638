/** Reads the truth store from outside. */
@NullMarked
package io.quantedge.simulator.sql;

import org.jspecify.annotations.NullMarked;
