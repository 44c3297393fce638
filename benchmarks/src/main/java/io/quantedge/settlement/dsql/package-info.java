/** The settlement service's own statements, for those who measure them. */
@NullMarked
package io.quantedge.settlement.dsql;

import org.jspecify.annotations.NullMarked;
