/** What this node remembers of bids and accounts: bounded, and lost with the process. */
@NullMarked
package io.quantedge.ingest.memory;

import org.jspecify.annotations.NullMarked;
