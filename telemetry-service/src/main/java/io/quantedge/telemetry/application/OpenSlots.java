package io.quantedge.telemetry.application;

import io.smallrye.mutiny.Uni;

/** The slots that are open now, also those without a bid. */
public interface OpenSlots {
  /** A bounded number of them; fails with {@link SourceAwayException}. */
  Uni<FoundSlots> list();
}
