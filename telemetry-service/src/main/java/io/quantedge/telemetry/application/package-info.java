/** What telemetry does for its callers, and the ports that it needs for it. */
@NullMarked
package io.quantedge.telemetry.application;

import org.jspecify.annotations.NullMarked;
