/** The consumer loop, the sends and the loading of decided slots. */
@NullMarked
package io.quantedge.evaluator.kafka;

import org.jspecify.annotations.NullMarked;
