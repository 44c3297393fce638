/** How bids are read from JSON, the same way at every door. */
@NullMarked
package io.quantedge.ingest.json;

import org.jspecify.annotations.NullMarked;
