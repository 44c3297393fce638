/** Exact money: whole ten-thousandths of a currency unit, never a float. */
@NullMarked
package io.quantedge.contracts.money;

import org.jspecify.annotations.NullMarked;
