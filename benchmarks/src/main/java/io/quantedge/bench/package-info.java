/** The benchmarks' way in, and what they print with. */
@NullMarked
package io.quantedge.bench;

import org.jspecify.annotations.NullMarked;
