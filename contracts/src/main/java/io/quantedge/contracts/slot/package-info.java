/** A slot: one sale opportunity with one auction. */
@NullMarked
package io.quantedge.contracts.slot;

import org.jspecify.annotations.NullMarked;
