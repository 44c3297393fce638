/** What taking bids costs. */
@NullMarked
package io.quantedge.bench.ingest;

import org.jspecify.annotations.NullMarked;
