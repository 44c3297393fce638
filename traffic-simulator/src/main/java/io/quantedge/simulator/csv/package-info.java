/** Reads recorded auctions. */
@NullMarked
package io.quantedge.simulator.csv;

import org.jspecify.annotations.NullMarked;
