/** What workers that fight over one row get done. */
@NullMarked
package io.quantedge.bench.contention;

import org.jspecify.annotations.NullMarked;
