/** The command line of the exchange. */
@NullMarked
package io.quantedge.cli;

import org.jspecify.annotations.NullMarked;
