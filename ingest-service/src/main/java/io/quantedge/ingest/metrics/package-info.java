/** What intake and the store writer count, for Prometheus. */
@NullMarked
package io.quantedge.ingest.metrics;

import org.jspecify.annotations.NullMarked;
