/** The services' HTTP APIs, as any client would use them. */
@NullMarked
package io.quantedge.simulator.http;

import org.jspecify.annotations.NullMarked;
