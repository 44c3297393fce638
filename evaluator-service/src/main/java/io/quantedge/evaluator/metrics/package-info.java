/** What the evaluator tells Prometheus. */
@NullMarked
package io.quantedge.evaluator.metrics;

import org.jspecify.annotations.NullMarked;
