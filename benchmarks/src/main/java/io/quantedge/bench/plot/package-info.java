/** Measured values as a picture. */
@NullMarked
package io.quantedge.bench.plot;

import org.jspecify.annotations.NullMarked;
