package io.quantedge.settlement.http;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.SlotStore.Result;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Answers requests about a sale that was committed. */
final class SlotAnswers {
  private SlotAnswers() {}

  /**
   * 201 if it was done now, 200 if it was done before.
   *
   * @throws ProblemException if it was refused
   */
  static Response response(
      SlotId slotId, Attempted<Result> attempted, Function<Result.Recorded, Object> view) {
    return switch (attempted.value()) {
      case Result.Recorded recorded ->
          Response.status(attempted.finding() == Finding.COMMITTED ? 201 : 200)
              .entity(view.apply(recorded))
              .build();
      case Result.UnknownSlot unknown ->
          throw new ProblemException(ProblemCode.NOT_SETTLED, "slot " + slotId + " is not settled");
      case Result.BalanceOutOfRange tooMuch ->
          throw new ProblemException(
              ProblemCode.BALANCE_OUT_OF_RANGE,
              "with the price of slot "
                  + slotId
                  + " back the buyer's balance would be beyond NUMERIC(18,4)");
      case Result.Refused refused -> throw refused(slotId, refused);
    };
  }

  private static ProblemException refused(SlotId slotId, Result.Refused refused) {
    return switch (refused.refusal()) {
      case NOT_IN_THIS_STAGE ->
          new ProblemException(
              ProblemCode.NOTHING_TO_UNDO, "slot " + slotId + " is " + refused.stage());
      case ANOTHER_REQUEST_WAS_FIRST ->
          new ProblemException(
              ProblemCode.REQUEST_CONFLICT,
              "slot "
                  + slotId
                  + " is "
                  + refused.stage()
                  + " by another request, or by this one with another reason; see GET /v1/slots/"
                  + slotId);
    };
  }
}
