/** What intake decides, and how the log folds into the bid store: pure, no I/O. */
@NullMarked
package io.quantedge.ingest.domain;

import org.jspecify.annotations.NullMarked;
