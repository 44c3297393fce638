/** What a run left behind: answers, log, stores. Plain data, read once, judged by the checks. */
@NullMarked
package io.quantedge.simulator.domain.evidence;

import org.jspecify.annotations.NullMarked;
