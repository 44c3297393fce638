/** Outcomes in, settlements, conflicts and dead letters out. */
@NullMarked
package io.quantedge.settlement.kafka;

import org.jspecify.annotations.NullMarked;
