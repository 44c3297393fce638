/** Load over HTTP from one thread, cheaper than what it loads. */
@NullMarked
package io.quantedge.bench.http;

import org.jspecify.annotations.NullMarked;
