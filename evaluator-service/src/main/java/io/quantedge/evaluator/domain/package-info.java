/** The auction as a pure fold over its log: verdicts, ranking, pricing, closing. */
@NullMarked
package io.quantedge.evaluator.domain;

import org.jspecify.annotations.NullMarked;
