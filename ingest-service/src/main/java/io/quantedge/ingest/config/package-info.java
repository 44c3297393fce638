/** Every setting of the service, and the wiring of the plain classes. */
@NullMarked
package io.quantedge.ingest.config;

import org.jspecify.annotations.NullMarked;
