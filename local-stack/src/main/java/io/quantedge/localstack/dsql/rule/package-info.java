/** What Aurora DSQL makes of a statement and of a transaction; pure, no input or output. */
@NullMarked
package io.quantedge.localstack.dsql.rule;

import org.jspecify.annotations.NullMarked;
