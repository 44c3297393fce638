package io.quantedge.ingest.http;

import io.quantedge.ingest.domain.Refusal;
import java.util.OptionalInt;

/** The one place that says how a refusal looks over HTTP. */
final class RefusalProblems {
  private static final int LOG_RETRY_SECONDS = 2;
  private static final int OVERLOAD_RETRY_SECONDS = 1;

  private RefusalProblems() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.InvalidRequest invalid ->
          of(400, refusal, "The request cannot be understood").inField(invalid.field());
      case Refusal.UnknownSlot unknown -> of(404, refusal, "No such slot");
      case Refusal.SlotDefinitionConflict conflict ->
          of(409, refusal, "The slot exists with another definition");
      case Refusal.SlotClosed closed -> of(409, refusal, "The slot takes no more bids");
      case Refusal.SlotNotOpenYet early -> of(409, refusal, "The slot is not open yet");
      case Refusal.BelowFloor below -> of(422, refusal, "The bid is below the floor");
      case Refusal.WrongCurrency wrong -> of(422, refusal, "The bid is in the wrong currency");
      case Refusal.OwnSlot own -> of(422, refusal, "A publisher cannot bid for its own slot");
      case Refusal.UnknownRegion region -> of(422, refusal, "The region does not trade here");
      case Refusal.LogUnavailable log -> of(503, refusal, "The auction log is not available");
      case Refusal.StoreUnavailable store -> of(503, refusal, "The bid store is not available");
      case Refusal.Overloaded overloaded -> of(503, refusal, "Too much at once");
      case Refusal.UnknownKey key -> of(401, refusal, "Nobody has this key");
      case Refusal.UnknownBid unknown -> of(404, refusal, "No such bid");
      case Refusal.Sealed sealed -> of(403, refusal, "Sealed for this viewer");
      case Refusal.QueryUnavailable query -> of(503, refusal, "The bid store is not available");
    };
  }

  /** After how many seconds to try again, where that can help. */
  static OptionalInt retryAfterSeconds(Refusal refusal) {
    return switch (refusal) {
      case Refusal.LogUnavailable log -> OptionalInt.of(LOG_RETRY_SECONDS);
      case Refusal.StoreUnavailable store -> OptionalInt.of(LOG_RETRY_SECONDS);
      case Refusal.Overloaded overloaded -> OptionalInt.of(OVERLOAD_RETRY_SECONDS);
      case Refusal.QueryUnavailable query -> OptionalInt.of(LOG_RETRY_SECONDS);
      default -> OptionalInt.empty();
    };
  }

  private static Problem of(int status, Refusal refusal, String title) {
    return Problem.of(status, refusal.code(), title, refusal.detail());
  }
}
