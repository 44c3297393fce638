/** The auction log: its writer, its tail and the loop that carries it into the bid store. */
@NullMarked
package io.quantedge.ingest.kafka;

import org.jspecify.annotations.NullMarked;
