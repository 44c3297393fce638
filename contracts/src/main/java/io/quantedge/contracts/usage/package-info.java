/** What work costs the stores, as the processes that do it count it. */
@NullMarked
package io.quantedge.contracts.usage;

import org.jspecify.annotations.NullMarked;
