package io.quantedge.evaluator.http;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.evaluator.domain.SlotView;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a slot stands. It names no amount and no account: bids are sealed while the slot is open.
 *
 * @param state {@code OPEN}, {@code AWARDED} or {@code UNSOLD}
 * @param closesAt when the slot was to close
 * @param deadline until when a bid is in time, as far as bids extended it
 * @param late bids behind the close marker, not part of {@code total}
 * @param leadingRegion where the best bid comes from, absent without a valid bid
 * @param offset the slot's last record that is included
 */
record StandingResponse(
    SlotId slotId,
    String state,
    Instant closesAt,
    Instant deadline,
    Tally total,
    SortedMap<Region, Tally> byRegion,
    long late,
    @Nullable Region leadingRegion,
    long offset) {
  static StandingResponse of(SlotView view) {
    return new StandingResponse(
        view.slotId(),
        view.outcome().map(AuctionOutcome::state).map(Enum::name).orElse("OPEN"),
        view.slot().closesAt(),
        view.deadline(),
        view.total(),
        view.byRegion(),
        view.late(),
        view.leadingRegion().orElse(null),
        view.offset());
  }
}
