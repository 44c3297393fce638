/** Accounts, fundings, settlements and ledgers over HTTP. */
@NullMarked
package io.quantedge.settlement.http;

import org.jspecify.annotations.NullMarked;
