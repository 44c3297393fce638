/** Who may connect to the local Aurora DSQL, and how often. */
@NullMarked
package io.quantedge.localstack.dsql.access;

import org.jspecify.annotations.NullMarked;
