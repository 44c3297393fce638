/** What settlement committed for a slot. */
@NullMarked
package io.quantedge.contracts.settlement;

import org.jspecify.annotations.NullMarked;
