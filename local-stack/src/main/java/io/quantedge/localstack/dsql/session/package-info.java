/** What one client meets: authentication, units of work, transactions and their conflicts. */
@NullMarked
package io.quantedge.localstack.dsql.session;

import org.jspecify.annotations.NullMarked;
