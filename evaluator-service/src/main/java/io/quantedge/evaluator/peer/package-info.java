/** Asks other instances of this service. */
@NullMarked
package io.quantedge.evaluator.peer;

import org.jspecify.annotations.NullMarked;
