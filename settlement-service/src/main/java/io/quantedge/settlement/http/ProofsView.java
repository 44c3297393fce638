package io.quantedge.settlement.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quantedge.settlement.application.proof.ProofKind;
import io.quantedge.settlement.application.proof.ProofKind.Range;
import io.quantedge.settlement.application.proof.Proofs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proofs that this process can run.
 *
 * @param whyNot why none can be run; null if some can
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProofsView(boolean enabled, @Nullable String whyNot, List<KindView> kinds) {

  static ProofsView of(Proofs proofs) {
    return new ProofsView(
        proofs.whyNot().isEmpty(),
        proofs.whyNot().orElse(null),
        proofs.offers().stream().map(KindView::of).toList());
  }

  /**
   * A kind of proof.
   *
   * @param guard what it is about
   * @param withoutGuard what is taken out to see whether the guard is needed
   * @param whyNot why it cannot be run; null if it can
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record KindView(
      ProofKind kind,
      String title,
      String question,
      String guard,
      String withoutGuard,
      boolean available,
      @Nullable String whyNot,
      List<ParameterView> parameters) {
    static KindView of(Proofs.Offer offer) {
      ProofKind kind = offer.kind();
      List<ParameterView> parameters = new ArrayList<>();
      parameters.add(
          ParameterView.of("workers", offer.workers(), "How many settlements are tried at once"));
      offer
          .accounts()
          .ifPresent(range ->
              parameters.add(ParameterView.of("accounts", range, "How many buyers pay for them")));
      return new KindView(
          kind,
          kind.title(),
          kind.question(),
          kind.guard(),
          kind.withoutGuard(),
          offer.whyNot().isEmpty(),
          offer.whyNot().orElse(null),
          parameters);
    }
  }

  /** What can be chosen; both ends are allowed. */
  record ParameterView(
      String name, int min, int max, @JsonProperty("default") int usual, String meaning) {
    static ParameterView of(String name, Range range, String meaning) {
      return new ParameterView(name, range.min(), range.max(), range.usual(), meaning);
    }
  }
}
