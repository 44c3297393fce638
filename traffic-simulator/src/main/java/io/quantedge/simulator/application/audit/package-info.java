/** Takes an exchange's books apart, slot by slot, in bounded memory. */
@NullMarked
package io.quantedge.simulator.application.audit;

import org.jspecify.annotations.NullMarked;
