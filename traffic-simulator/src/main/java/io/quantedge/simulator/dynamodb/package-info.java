/** Reads the bid store from outside. */
@NullMarked
package io.quantedge.simulator.dynamodb;

import org.jspecify.annotations.NullMarked;
