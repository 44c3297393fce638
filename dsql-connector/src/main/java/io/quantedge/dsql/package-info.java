/** Connections to Aurora DSQL: tokens, ordered endpoints, SQL transactions and their failures. */
@NullMarked
package io.quantedge.dsql;

import org.jspecify.annotations.NullMarked;
