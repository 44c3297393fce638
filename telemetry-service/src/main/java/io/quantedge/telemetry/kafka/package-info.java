/** Reads the topics: once from the beginning for the state, once as a group for the archive. */
@NullMarked
package io.quantedge.telemetry.kafka;

import org.jspecify.annotations.NullMarked;
