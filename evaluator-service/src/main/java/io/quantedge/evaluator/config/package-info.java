/** Settings of the service and the objects made from them. */
@NullMarked
package io.quantedge.evaluator.config;

import org.jspecify.annotations.NullMarked;
