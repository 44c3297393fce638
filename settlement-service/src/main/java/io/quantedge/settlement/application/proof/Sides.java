package io.quantedge.settlement.application.proof;

/** Puts one side of a proof together. */
final class Sides {
  private Sides() {}

  static ProofSide of(
      ProofRequest request, boolean holds, String sentence, Figures figures, Runs runs) {
    ProofKind kind = request.kind();
    return new ProofSide(
        request.guarded(),
        request.guarded() ? kind.guard() : kind.withoutGuard(),
        holds,
        sentence,
        request.seed(),
        figures.list(),
        runs.timeline());
  }

  /** The end of a sentence: how long workers took. */
  static String times(Runs runs) {
    long[] took = runs.tookMillis();
    return "p50 %d ms, p99 %d ms."
        .formatted(
            Figures.percentile(took, 50).orElse(0L), Figures.percentile(took, 99).orElse(0L));
  }

  /** One and many. */
  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
