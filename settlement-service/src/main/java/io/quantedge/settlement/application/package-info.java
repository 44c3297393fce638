/** The use cases of settlement, the ports that they need, and the retry of an attempt. */
@NullMarked
package io.quantedge.settlement.application;

import org.jspecify.annotations.NullMarked;
