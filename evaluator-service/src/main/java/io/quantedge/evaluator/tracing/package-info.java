/** What of a slot's log belongs to which trace, so that its decision can point back at it. */
@NullMarked
package io.quantedge.evaluator.tracing;

import org.jspecify.annotations.NullMarked;
