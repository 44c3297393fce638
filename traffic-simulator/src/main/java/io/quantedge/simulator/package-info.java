/** Entry points of the simulation engine: run seeded or recorded auctions and get a verdict. */
@NullMarked
package io.quantedge.simulator;

import org.jspecify.annotations.NullMarked;
