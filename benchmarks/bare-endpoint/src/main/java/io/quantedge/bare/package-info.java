/** An endpoint that reads a bid and does nothing with it. */
@NullMarked
package io.quantedge.bare;

import org.jspecify.annotations.NullMarked;
