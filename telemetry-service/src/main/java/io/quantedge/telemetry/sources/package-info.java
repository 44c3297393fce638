/** Asks the other services over HTTP, bounded in time, size and number. */
@NullMarked
package io.quantedge.telemetry.sources;

import org.jspecify.annotations.NullMarked;
