/** Says when this service may be asked. */
@NullMarked
package io.quantedge.telemetry.health;

import org.jspecify.annotations.NullMarked;
