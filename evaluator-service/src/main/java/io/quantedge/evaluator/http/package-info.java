/** Queries over HTTP and the problems with which they are refused. */
@NullMarked
package io.quantedge.evaluator.http;

import org.jspecify.annotations.NullMarked;
