/** Who asks, and how the services find out. */
@NullMarked
package io.quantedge.contracts.access;

import org.jspecify.annotations.NullMarked;
