/** Proofs: the real settling code under contention, with its guard and without it, measured. */
@NullMarked
package io.quantedge.settlement.application.proof;

import org.jspecify.annotations.NullMarked;
