/** What evaluation decided for a slot. */
@NullMarked
package io.quantedge.contracts.outcome;

import org.jspecify.annotations.NullMarked;
