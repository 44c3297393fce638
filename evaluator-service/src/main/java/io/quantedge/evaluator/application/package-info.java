/** What an evaluator does with the partitions that it owns, and the ports it needs for that. */
@NullMarked
package io.quantedge.evaluator.application;

import org.jspecify.annotations.NullMarked;
