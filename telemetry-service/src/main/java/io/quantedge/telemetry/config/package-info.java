/** The settings of telemetry and the few things that are made once. */
@NullMarked
package io.quantedge.telemetry.config;

import org.jspecify.annotations.NullMarked;
