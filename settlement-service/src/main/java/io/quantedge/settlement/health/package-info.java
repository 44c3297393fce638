/** Whether this process can do its work right now. */
@NullMarked
package io.quantedge.settlement.health;

import org.jspecify.annotations.NullMarked;
