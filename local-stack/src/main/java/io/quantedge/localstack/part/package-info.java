/** One main class for each store, and the blueprint by which it is started and probed. */
@NullMarked
package io.quantedge.localstack.part;

import org.jspecify.annotations.NullMarked;
