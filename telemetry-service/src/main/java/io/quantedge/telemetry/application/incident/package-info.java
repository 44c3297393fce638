/** Finds incidents and records what responders do about them; and the ports for both. */
@NullMarked
package io.quantedge.telemetry.application.incident;

import org.jspecify.annotations.NullMarked;
