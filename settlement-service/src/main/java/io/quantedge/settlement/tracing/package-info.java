/** Settlement as spans: one for each group of outcomes, one for each attempt on the truth store. */
@NullMarked
package io.quantedge.settlement.tracing;

import org.jspecify.annotations.NullMarked;
