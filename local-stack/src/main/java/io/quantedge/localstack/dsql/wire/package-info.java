/**
 * PostgreSQL's wire protocol 3.0: frames, the messages of both sides, and sockets that carry them.
 */
@NullMarked
package io.quantedge.localstack.dsql.wire;

import org.jspecify.annotations.NullMarked;
