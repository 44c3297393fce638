package io.quantedge.ingest.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.ListedSlot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A slot as this API shows it: amounts as text, in the slot's one currency. */
record SlotView(
    SlotId slotId,
    AccountId publisherId,
    String name,
    String floor,
    String currency,
    PricingRule pricing,
    RankingRule ranking,
    String increment,
    Instant opensAt,
    Instant closesAt,
    @Nullable SoftClose softClose,
    String state) {
  static SlotView of(ListedSlot slot) {
    return of(slot.slot(), slot.state().name());
  }

  static SlotView of(KnownSlot slot) {
    return of(slot, slot.phase().name());
  }

  private static SlotView of(KnownSlot slot, String state) {
    SlotDefinition definition = slot.definition();
    return new SlotView(
        definition.slotId(),
        definition.publisherId(),
        definition.name(),
        definition.floor().amount(),
        definition.currency(),
        definition.pricing(),
        definition.ranking(),
        definition.increment().amount(),
        definition.opensAt(),
        definition.closesAt(),
        definition.softClose().orElse(null),
        state);
  }
}
