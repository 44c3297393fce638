/** The bid store: one DynamoDB table, written so that the first record in the log wins. */
@NullMarked
package io.quantedge.ingest.dynamodb;

import org.jspecify.annotations.NullMarked;
