/** What settling means: who can pay, what it costs, and entries that balance. Pure. */
@NullMarked
package io.quantedge.settlement.domain;

import org.jspecify.annotations.NullMarked;
