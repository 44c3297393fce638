/** Trace contexts on their way through the exchange's logs and into its answers. */
@NullMarked
package io.quantedge.tracing;

import org.jspecify.annotations.NullMarked;
