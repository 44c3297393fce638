/** Writes what must outlive the topics to the truth store, and reads it back. */
@NullMarked
package io.quantedge.telemetry.dsql;

import org.jspecify.annotations.NullMarked;
