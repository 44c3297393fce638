package io.quantedge.simulator.testing;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.domain.evidence.ConflictFigures;
import io.quantedge.simulator.domain.evidence.StoredBid;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import java.util.List;

/** Lies about an honest exchange at one place, to see which check notices. */
public interface Corruption {
  Corruption NONE = new Corruption() {};

  default Reply answer(PlannedBid bid, Reply honest) {
    return honest;
  }

  default AuctionEvent logged(AuctionEvent honest) {
    return honest;
  }

  default List<StoredBid> stored(List<StoredBid> honest) {
    return honest;
  }

  default List<AuctionOutcome> outcomes(List<AuctionOutcome> honest) {
    return honest;
  }

  default Truth truth(Truth honest) {
    return honest;
  }

  default ConflictFigures telemetry(ConflictFigures honest) {
    return honest;
  }
}
