/** The whole exchange from outside: packaged services, real stores, and nothing known of either. */
@NullMarked
package io.quantedge.e2e;

import org.jspecify.annotations.NullMarked;
