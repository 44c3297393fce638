package io.quantedge.settlement.http;

import io.quantedge.settlement.application.proof.ProofKind;
import io.quantedge.settlement.application.proof.ProofRequest;
import io.quantedge.settlement.application.proof.Proofs;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One side of a proof as it is asked for.
 *
 * @param workers the kind's usual number if absent
 * @param accounts the kind's usual number if absent
 * @param seed 1 if absent
 * @param guarded true if absent
 */
record ProofRunRequest(
    Optional<Integer> workers,
    Optional<Integer> accounts,
    Optional<Long> seed,
    Optional<Boolean> guarded) {

  ProofRequest toRequest(String kind, Proofs proofs) {
    Proofs.Offer offer = proofs.offer(kind(kind));
    int buyers = offer.accounts().map(range -> accounts.orElse(range.usual())).orElse(1);
    return new ProofRequest(
        offer.kind(),
        workers.orElse(offer.workers().usual()),
        buyers,
        seed.orElse(1L),
        guarded.orElse(true));
  }

  private static ProofKind kind(String name) {
    return Arrays.stream(ProofKind.values())
        .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemCode.UNKNOWN_PROOF,
                "there is no proof of this name; there are "
                    + Arrays.toString(ProofKind.values())));
  }
}
