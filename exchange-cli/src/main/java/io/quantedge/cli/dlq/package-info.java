/** Reads the dead-letter topic and sends its records where they came from. */
@NullMarked
package io.quantedge.cli.dlq;

import org.jspecify.annotations.NullMarked;
