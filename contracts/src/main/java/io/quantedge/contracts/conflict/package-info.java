/** What happened to attempts to commit truth. */
@NullMarked
package io.quantedge.contracts.conflict;

import org.jspecify.annotations.NullMarked;
