/** The HTTP face of intake, and the one place that turns refusals into problems. */
@NullMarked
package io.quantedge.ingest.http;

import org.jspecify.annotations.NullMarked;
