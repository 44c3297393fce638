/** Bids that come over Kafka, and what becomes of those that are refused. */
@NullMarked
package io.quantedge.contracts.submission;

import org.jspecify.annotations.NullMarked;
