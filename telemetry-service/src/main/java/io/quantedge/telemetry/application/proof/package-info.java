/** Runs proofs of the guarantees, each with and without its guard; and the ports for that. */
@NullMarked
package io.quantedge.telemetry.application.proof;

import org.jspecify.annotations.NullMarked;
