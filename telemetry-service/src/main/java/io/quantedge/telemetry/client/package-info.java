/** Asks settlement-service over HTTP. */
@NullMarked
package io.quantedge.telemetry.client;

import org.jspecify.annotations.NullMarked;
