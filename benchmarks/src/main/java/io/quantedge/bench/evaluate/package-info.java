/** What evaluating costs, how fast auctions end, and how fast an evaluator is back. */
@NullMarked
package io.quantedge.bench.evaluate;

import org.jspecify.annotations.NullMarked;
