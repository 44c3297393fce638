package io.quantedge.settlement.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quantedge.settlement.application.proof.ProofSide;
import io.quantedge.settlement.application.proof.ProofSide.End;
import io.quantedge.settlement.application.proof.ProofSide.Figure;
import io.quantedge.settlement.application.proof.ProofSide.Line;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One side of a proof.
 *
 * @param guard what guards, or what was taken out
 * @param holds by what was read back from the store
 * @param sentence the result for people
 * @param seed decided the pauses between attempts
 * @param timeline what each worker did, in milliseconds since the workers began; at most 200 lines
 */
record ProofSideView(
    boolean guarded,
    String guard,
    boolean holds,
    String sentence,
    long seed,
    List<FigureView> figures,
    List<LineView> timeline) {

  static ProofSideView of(ProofSide side) {
    return new ProofSideView(
        side.guarded(),
        side.guard(),
        side.holds(),
        side.sentence(),
        side.seed(),
        side.figures().stream().map(FigureView::of).toList(),
        side.timeline().stream().map(LineView::of).toList());
  }

  /**
   * A figure.
   *
   * @param value null if it is not known, or is money
   * @param unit count, milliseconds or money
   * @param text an amount of money; null for others
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record FigureView(
      String name, String label, @Nullable Long value, String unit, @Nullable String text) {
    static FigureView of(Figure figure) {
      return new FigureView(
          figure.name(),
          figure.label(),
          figure.value().isPresent() ? figure.value().getAsLong() : null,
          figure.unit().name().toLowerCase(Locale.ROOT),
          figure.text().orElse(null));
    }
  }

  /**
   * What one worker did.
   *
   * @param attempts those that failed
   */
  record LineView(
      String worker, long beganAtMillis, long endedAtMillis, End end, List<AttemptView> attempts) {
    static LineView of(Line line) {
      return new LineView(
          line.worker(),
          line.beganAtMillis(),
          line.endedAtMillis(),
          line.end(),
          line.attempts().stream()
              .map(attempt ->
                  new AttemptView(
                      attempt.attempt(),
                      attempt.atMillis(),
                      attempt.code(),
                      attempt.backoffMillis()))
              .toList());
    }
  }

  /**
   * An attempt that failed.
   *
   * @param code the store's code, or the cause if it gave none
   * @param backoffMillis how long was waited then; 0 if it was the last attempt
   */
  record AttemptView(int attempt, long atMillis, String code, long backoffMillis) {}
}
