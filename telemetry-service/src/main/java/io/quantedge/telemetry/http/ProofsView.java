package io.quantedge.telemetry.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quantedge.telemetry.application.proof.ProofName;
import io.quantedge.telemetry.application.proof.ProofOffer;
import io.quantedge.telemetry.application.proof.ProofRun;
import io.quantedge.telemetry.application.proof.Proofs;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proofs that there are.
 *
 * @param enabled whether any can be run now
 * @param whyNot why none can; null if some can
 */
record ProofsView(boolean enabled, @Nullable String whyNot, List<Kind> kinds) {
  static ProofsView of(Proofs.Board board) {
    return new ProofsView(
        board.offer().whyNot().isEmpty(),
        board.offer().whyNot().orElse(null),
        Arrays.stream(ProofName.values()).map(name -> Kind.of(name, board)).toList());
  }

  /**
   * One proof.
   *
   * @param question what it answers
   * @param guard what makes the answer yes
   * @param running the run that runs; null if none does
   * @param last the newest run that has ended; null if there is none, or it cannot be asked for
   */
  record Kind(
      ProofName kind,
      String title,
      String question,
      String guard,
      boolean available,
      @Nullable String whyNot,
      List<Parameter> parameters,
      @Nullable UUID running,
      long queued,
      @Nullable ProofRunView last) {
    private static Kind of(ProofName name, Proofs.Board board) {
      ProofOffer.Kind offered = board.offer().of(name);
      @Nullable ProofRun last = board.last().get(name);
      return new Kind(
          name,
          name.title(),
          name.question(),
          name.guard(),
          offered.whyNot().isEmpty(),
          offered.whyNot().orElse(null),
          offered.parameters().stream().map(Parameter::of).toList(),
          board.running().get(name),
          board.queued().getOrDefault(name, 0L),
          last == null ? null : ProofRunView.of(last));
    }
  }

  /** What can be chosen for a run. */
  record Parameter(
      String name, long min, long max, @JsonProperty("default") long byDefault, String meaning) {
    private static Parameter of(ProofOffer.Parameter offered) {
      return new Parameter(
          offered.name(), offered.min(), offered.max(), offered.byDefault(), offered.meaning());
    }
  }
}
