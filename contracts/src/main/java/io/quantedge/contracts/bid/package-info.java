/** A bid and the reasons for which one does not count. */
@NullMarked
package io.quantedge.contracts.bid;

import org.jspecify.annotations.NullMarked;
