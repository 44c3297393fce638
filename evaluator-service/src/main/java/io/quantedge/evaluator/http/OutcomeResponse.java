package io.quantedge.evaluator.http;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.evaluator.domain.Disclosure;
import io.quantedge.evaluator.domain.SlotView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was decided for a slot, as far as the viewer may see it: for the operator it says all that
 * settlement is told. Everything about bids and buyers is in {@code candidates}.
 *
 * @param state {@code AWARDED} or {@code UNSOLD}
 * @param audience as whom the viewer looks at this slot
 * @param winningRegion where the winning bid came from; absent if the slot is unsold
 * @param candidates those that the viewer may see, best first
 * @param late bids behind the close marker, not part of {@code total}
 */
record OutcomeResponse(
    SlotDefinition slot,
    AuctionOutcome.State state,
    Disclosure.Audience audience,
    Optional<Region> winningRegion,
    List<CandidateView> candidates,
    Tally total,
    SortedMap<Region, Tally> byRegion,
    long late,
    int partition,
    long openOffset,
    long lastOffset,
    long closeOffset,
    CloseCause closeCause,
    Instant closedAt,
    String digest,
    Optional<Instant> extendedTo) {

  static OutcomeResponse of(SlotView view, AuctionOutcome outcome, Disclosure disclosure) {
    return new OutcomeResponse(
        outcome.slot(),
        outcome.state(),
        disclosure.audience(),
        view.leadingRegion(),
        CandidateView.of(disclosure),
        outcome.total(),
        outcome.byRegion(),
        view.late(),
        outcome.partition(),
        outcome.openOffset(),
        outcome.lastOffset(),
        outcome.closeOffset(),
        outcome.closeCause(),
        outcome.closedAt(),
        outcome.digest(),
        outcome.extendedTo());
  }
}
