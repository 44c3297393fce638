/** What can be made to go wrong in the local Aurora DSQL, and the HTTP API that asks for it. */
@NullMarked
package io.quantedge.localstack.dsql.fault;

import org.jspecify.annotations.NullMarked;
