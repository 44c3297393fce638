/** The real parts of the exchange on one machine, without containers. */
@NullMarked
package io.quantedge.localstack;

import org.jspecify.annotations.NullMarked;
