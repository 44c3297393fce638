package io.quantedge.ingest.http;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.ingest.application.AskForBids.SeenBid;
import io.quantedge.ingest.domain.BidVerdict;
import io.quantedge.ingest.domain.Disclosure;
import io.quantedge.ingest.domain.StoredBid;
import java.time.Instant;
import java.util.Optional;

/** A bid with what its viewer may see of it; the rest is absent. */
record BidView(
    BidId bidId,
    Region region,
    Optional<Integer> partition,
    Optional<Long> offset,
    Optional<Instant> acceptedAt,
    Optional<AccountId> accountId,
    Optional<String> amount,
    Optional<String> currency,
    Optional<Integer> latencyMs,
    Optional<QualityScore> qualityScore,
    Optional<VerdictView> verdict,
    Optional<String> clearingPrice) {

  /** What became of a bid. */
  record VerdictView(
      BidVerdict.Counting counting,
      Optional<RejectionReason> rejectionReason,
      BidVerdict.Result result,
      Optional<LossReason> lossReason,
      Optional<Integer> openRtbLossCode) {
    static VerdictView of(BidVerdict verdict) {
      return new VerdictView(
          verdict.counting(),
          verdict.rejection(),
          verdict.result(),
          verdict.lossReason(),
          verdict.lossReason().map(LossReason::openRtbCode));
    }
  }

  static BidView of(SeenBid seen) {
    StoredBid stored = seen.stored();
    Bid bid = stored.bid();
    Disclosure shown = seen.disclosure();
    return new BidView(
        bid.bidId(),
        bid.region(),
        onlyIf(shown.place(), stored.position().partition()),
        onlyIf(shown.place(), stored.position().offset()),
        onlyIf(shown.place(), bid.acceptedAt()),
        onlyIf(shown.account(), bid.accountId()),
        onlyIf(shown.content(), bid.price().amount()),
        onlyIf(shown.content(), bid.price().currency()),
        onlyIf(shown.content(), bid.latencyMs()),
        onlyIf(shown.content(), bid.qualityScore()),
        onlyIf(shown.verdict(), VerdictView.of(BidVerdict.of(seen.dossier(), stored))),
        seen.dossier()
            .winnerWith(bid.bidId())
            .filter(winner -> shown.clearingPrice())
            .map(winner -> winner.clearingPrice().amount()));
  }

  private static <T> Optional<T> onlyIf(boolean shown, T value) {
    return shown ? Optional.of(value) : Optional.empty();
  }
}
