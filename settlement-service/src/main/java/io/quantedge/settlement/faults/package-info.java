/** Asks the local Aurora DSQL to misbehave, for the one proof that is about it. */
@NullMarked
package io.quantedge.settlement.faults;

import org.jspecify.annotations.NullMarked;
