/** What is made of measured values. */
@NullMarked
package io.quantedge.bench.stats;

import org.jspecify.annotations.NullMarked;
