package io.quantedge.evaluator.domain;

import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * What one viewer may see of a slot's bids and buyers. This is the only place that decides it: who
 * shows anything about a candidate takes it from here. Bids are sealed, so while a slot is open
 * nobody is shown any, the operator included. Immutable.
 *
 * @param audience as whom the viewer looks at this slot
 * @param win what it may know of the winner, absent if nothing
 * @param losses what it may know of the other candidates, best first
 */
public record Disclosure(Audience audience, Optional<SeenWin> win, List<SeenLoss> losses) {
  public Disclosure {
    losses = List.copyOf(losses);
  }

  /** What a viewer is to a slot. */
  public enum Audience {
    /** Sees counts, digest, offsets, state and the winning region. */
    PUBLIC,
    /** An account of which no bid is among the candidates; sees what the public sees. */
    BYSTANDER,
    /** An account that is a candidate and did not win; sees its bid and what it lacked as well. */
    LOSER,
    /** Sees its bid, its price and how that came about as well. */
    WINNER,
    /** The slot's publisher; sees the buyer and the price as well. */
    PUBLISHER,
    /** Sees everything. */
    OPERATOR
  }

  /**
   * What is shown of the winner.
   *
   * @param bid its own bid and what made its price, for itself and the operator alone
   */
  public record SeenWin(AccountId accountId, Money clearingPrice, Optional<Explanation.Win> bid) {}

  /**
   * What is shown of a candidate that did not win.
   *
   * @param clearingPrice its price if those before it could not pay: it tells of the bid behind it,
   *     so it is for the operator alone
   */
  public record SeenLoss(Explanation.Loss loss, Optional<Money> clearingPrice) {
    public Bid bid() {
      return loss.candidate().bid();
    }
  }

  /**
   * @return nothing while the slot is open
   */
  public static Optional<Disclosure> of(SlotView view, Viewer viewer) {
    return view.outcome().map(outcome -> of(outcome, viewer));
  }

  private static Disclosure of(AuctionOutcome outcome, Viewer viewer) {
    Explanation all = Explanation.of(outcome);
    Audience audience = audience(outcome, viewer);
    return switch (audience) {
      case PUBLIC, BYSTANDER -> new Disclosure(audience, Optional.empty(), List.of());
      case LOSER ->
          new Disclosure(
              audience,
              Optional.empty(),
              all.losses().stream()
                  .filter(loss -> isOf(loss.candidate(), viewer))
                  .map(loss -> new SeenLoss(loss, Optional.empty()))
                  .toList());
      case WINNER -> new Disclosure(audience, all.win().map(Disclosure::own), List.of());
      case PUBLISHER -> new Disclosure(audience, all.win().map(Disclosure::sale), List.of());
      case OPERATOR ->
          new Disclosure(
              audience,
              all.win().map(Disclosure::whole),
              all.losses().stream()
                  .map(loss -> new SeenLoss(loss, Optional.of(loss.candidate().clearingPrice())))
                  .toList());
    };
  }

  private static Audience audience(AuctionOutcome outcome, Viewer viewer) {
    return switch (viewer) {
      case Viewer.Anonymous ignored -> Audience.PUBLIC;
      case Viewer.Operator ignored -> Audience.OPERATOR;
      case Viewer.Account(AccountId account) -> {
        if (account.equals(outcome.slot().publisherId())) {
          yield Audience.PUBLISHER;
        }
        yield outcome.candidates().stream()
            .filter(candidate -> isOf(candidate, viewer))
            .findFirst()
            .map(candidate -> candidate.rank() == 1 ? Audience.WINNER : Audience.LOSER)
            .orElse(Audience.BYSTANDER);
      }
    };
  }

  private static boolean isOf(Candidate candidate, Viewer viewer) {
    return viewer instanceof Viewer.Account(AccountId account)
        && candidate.bid().accountId().equals(account);
  }

  private static SeenWin whole(Explanation.Win win) {
    Candidate winner = win.candidate();
    return new SeenWin(winner.bid().accountId(), winner.clearingPrice(), Optional.of(win));
  }

  /** Without the runner-up's amount, which may be more than the price tells. */
  private static SeenWin own(Explanation.Win win) {
    ExplainedPrice price = win.explainedPrice();
    return whole(
        new Explanation.Win(
            win.candidate(),
            win.score(),
            win.decidedBy(),
            new ExplainedPrice(price.basis(), Optional.empty(), price.clearingPrice())));
  }

  private static SeenWin sale(Explanation.Win win) {
    Candidate winner = win.candidate();
    return new SeenWin(winner.bid().accountId(), winner.clearingPrice(), Optional.empty());
  }
}
