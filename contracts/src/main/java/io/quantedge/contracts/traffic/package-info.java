/** The log of an auction and the statistics that are drawn from it. */
@NullMarked
package io.quantedge.contracts.traffic;

import org.jspecify.annotations.NullMarked;
