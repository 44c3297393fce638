/**
 * Identifiers. Each kind has its own type, so that the compiler refuses an account where a slot
 * belongs.
 */
@NullMarked
package io.quantedge.contracts.id;

import org.jspecify.annotations.NullMarked;
