/** Connections of the proxy to the PostgreSQL server behind it. */
@NullMarked
package io.quantedge.localstack.dsql.backend;

import org.jspecify.annotations.NullMarked;
