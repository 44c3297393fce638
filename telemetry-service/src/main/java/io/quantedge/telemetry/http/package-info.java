/** The queries, the live stream and the problems that are answered over HTTP. */
@NullMarked
package io.quantedge.telemetry.http;

import org.jspecify.annotations.NullMarked;
