package io.quantedge.settlement.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's wish to dispute or to void the sale of a slot.
 *
 * @param requestId chosen by whoever asks; the idempotency key within the slot
 * @param reason for people; 1 to {@value #MAX_REASON_LENGTH} characters
 */
public record SlotRequest(UUID requestId, String reason) {
  public static final int MAX_REASON_LENGTH = 500;

  public SlotRequest {
    if (reason.isBlank() || reason.length() > MAX_REASON_LENGTH) {
      throw new IllegalArgumentException(
          "reason must have 1 to " + MAX_REASON_LENGTH + " characters; it had " + reason.length());
    }
  }

  /**
   * What this request means for a slot. Asking for the same again is no second wish.
   *
   * @param wanted {@code DISPUTED} or {@code VOIDED}
   */
  public Verdict on(SlotHistory history, SlotStage wanted) {
    Optional<SlotEvent> before = history.eventOf(wanted);
    if (before.isPresent()) {
      boolean same = before.get().request().equals(Optional.of(this));
      return same
          ? new Verdict.Repeated(before.get())
          : new Verdict.Refused(Refusal.ANOTHER_REQUEST_WAS_FIRST, history.stage());
    }
    return wanted.mayFollow(history.stage())
        ? new Verdict.Granted()
        : new Verdict.Refused(Refusal.NOT_IN_THIS_STAGE, history.stage());
  }

  /** What becomes of a request. */
  public sealed interface Verdict {
    /** It is to be done now. */
    record Granted() implements Verdict {}

    /** It was done before. */
    record Repeated(SlotEvent event) implements Verdict {}

    /** It cannot be done. */
    record Refused(Refusal reason, SlotStage stage) implements Verdict {}
  }

  /** Why a request was not granted. */
  public enum Refusal {
    /** Nothing was sold, or the sale is undone already. */
    NOT_IN_THIS_STAGE,
    /** It was done for another request, or for this one with another reason. */
    ANOTHER_REQUEST_WAS_FIRST
  }
}
