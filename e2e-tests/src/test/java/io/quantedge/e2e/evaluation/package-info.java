/** Intake and evaluation under faults: processes that are paused, killed, doubled and replayed. */
@NullMarked
package io.quantedge.e2e.evaluation;

import org.jspecify.annotations.NullMarked;
