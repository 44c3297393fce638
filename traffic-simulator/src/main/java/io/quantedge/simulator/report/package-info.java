/** The result of a run for people. */
@NullMarked
package io.quantedge.simulator.report;

import org.jspecify.annotations.NullMarked;
