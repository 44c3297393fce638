/** What a run is going to do: accounts, slots and bids, planned before anything is sent. Pure. */
@NullMarked
package io.quantedge.simulator.domain.scenario;

import org.jspecify.annotations.NullMarked;
