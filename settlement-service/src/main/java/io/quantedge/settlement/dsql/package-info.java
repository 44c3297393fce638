/** The truth store: schema, SQL and the SQL transactions of Aurora DSQL or PostgreSQL. */
@NullMarked
package io.quantedge.settlement.dsql;

import org.jspecify.annotations.NullMarked;
