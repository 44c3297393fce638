/** What the tests of this service share. */
@NullMarked
package io.quantedge.ingest.testing;

import org.jspecify.annotations.NullMarked;
