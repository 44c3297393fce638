package io.quantedge.ingest.domain;

import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.AccountId;

/**
 * Who may see what of a bid. Bids are sealed: before the close nobody, whoever runs the exchange
 * included, sees another's amount or account.
 *
 * @param place where the bid stands in the log and when it was accepted
 * @param account whose it is
 * @param content amount, currency, latency and quality
 * @param verdict what became of it
 * @param clearingPrice what it pays, if it won
 */
public record Disclosure(
    boolean place, boolean account, boolean content, boolean verdict, boolean clearingPrice) {
  private static final Disclosure ID_AND_REGION = new Disclosure(false, false, false, false, false);
  private static final Disclosure PLACE = new Disclosure(true, false, false, false, false);
  private static final Disclosure OWN = new Disclosure(true, true, true, true, true);
  private static final Disclosure SOLD = new Disclosure(true, true, false, true, true);
  private static final Disclosure ALL = new Disclosure(true, true, true, true, true);

  /**
   * What a viewer may see of one bid.
   *
   * @param publisher whose slot it is
   * @param closed whether the slot's close marker is known
   * @param won whether the bid won
   */
  public static Disclosure of(
      Viewer viewer, AccountId publisher, boolean closed, AccountId bidder, boolean won) {
    return switch (viewer) {
      case Viewer.Account account when account.accountId().equals(bidder) -> OWN;
      case Viewer.Account account when closed && won && account.accountId().equals(publisher) ->
          SOLD;
      case Viewer.Operator operator when closed -> ALL;
      case Viewer.Account account -> closed ? PLACE : ID_AND_REGION;
      case Viewer.Operator operator -> ID_AND_REGION;
      case Viewer.Anonymous anonymous -> closed ? PLACE : ID_AND_REGION;
    };
  }

  /** Whether a viewer may ask which bids are an account's. */
  public static boolean mayAskFor(Viewer viewer, AccountId bidder, boolean closed) {
    return switch (viewer) {
      case Viewer.Account account -> account.accountId().equals(bidder);
      case Viewer.Operator operator -> closed;
      case Viewer.Anonymous anonymous -> false;
    };
  }
}
