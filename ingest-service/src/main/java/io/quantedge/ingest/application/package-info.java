/** The use cases of intake and the ports that they need. */
@NullMarked
package io.quantedge.ingest.application;

import org.jspecify.annotations.NullMarked;
