/** What went wrong and who does something about it: folds over events, and the rules that open. */
@NullMarked
package io.quantedge.telemetry.domain.incident;

import org.jspecify.annotations.NullMarked;
