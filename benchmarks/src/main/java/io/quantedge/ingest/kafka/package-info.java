/** The service's own producer, without the service. */
@NullMarked
package io.quantedge.ingest.kafka;

import org.jspecify.annotations.NullMarked;
