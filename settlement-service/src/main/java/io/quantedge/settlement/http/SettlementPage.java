package io.quantedge.settlement.http;

import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads.TimeKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some settlements, in order of time.
 *
 * @param next to be handed back as {@code after}; absent on the last page
 */
record SettlementPage(List<SettlementEvent.Settled> items, @Nullable String next) {
  static SettlementPage of(Page<SettlementEvent.Settled, TimeKey> page) {
    return new SettlementPage(
        page.items(), page.next().map(CursorCodec.SETTLEMENTS::encode).orElse(null));
  }
}
