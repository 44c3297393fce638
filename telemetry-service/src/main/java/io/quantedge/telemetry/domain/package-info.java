/** What the exchange's events add up to: pure folds, in memory, the same after every repeat. */
@NullMarked
package io.quantedge.telemetry.domain;

import org.jspecify.annotations.NullMarked;
