/** Auctions decided again from what was kept of them, and compared with what was announced. */
@NullMarked
package io.quantedge.simulator.domain.audit;

import org.jspecify.annotations.NullMarked;
