/** How fast outcomes become truth. */
@NullMarked
package io.quantedge.bench.settle;

import org.jspecify.annotations.NullMarked;
