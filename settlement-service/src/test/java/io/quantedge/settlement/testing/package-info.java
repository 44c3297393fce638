/** What the tests of this service share. */
@NullMarked
package io.quantedge.settlement.testing;

import org.jspecify.annotations.NullMarked;
