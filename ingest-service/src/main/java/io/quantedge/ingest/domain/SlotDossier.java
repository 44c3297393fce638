package io.quantedge.ingest.domain;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import java.util.Optional;
import java.util.OptionalLong;

/** A slot and what became of it, as far as the store knows: what a bid's verdict follows from. */
public record SlotDossier(StoredSlot stored, Optional<AuctionOutcome> outcome) {
  /** Whether bids are unsealed: the close marker is known, so no bid can count any more. */
  public boolean isClosed() {
    return outcome.isPresent() || stored.slot().isClosed();
  }

  /** Where the close marker stands, once that is known. */
  public OptionalLong closeOffset() {
    return outcome.map(known -> OptionalLong.of(known.closeOffset())).orElse(stored.closeOffset());
  }

  /** The winning candidate, if this is its bid. */
  public Optional<Candidate> winnerWith(BidId bidId) {
    return outcome
        .flatMap(AuctionOutcome::winner)
        .filter(winner -> winner.bid().bidId().equals(bidId));
  }
}
