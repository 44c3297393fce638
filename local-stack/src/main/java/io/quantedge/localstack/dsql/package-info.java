/** A local Aurora DSQL: PostgreSQL's wire protocol with Aurora DSQL's rules, before PostgreSQL. */
@NullMarked
package io.quantedge.localstack.dsql;

import org.jspecify.annotations.NullMarked;
