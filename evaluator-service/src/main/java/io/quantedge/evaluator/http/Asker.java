package io.quantedge.evaluator.http;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.contracts.access.Viewer;
import io.quantedge.evaluator.application.Peers;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Who asks: for whom the answer is meant, and whether another instance passed the question on. Only
 * the header is taken from there; the key is judged here again. Immutable.
 *
 * @param authorization the header as it came, for passing it on
 * @param forwarded whether an instance asks for somebody else, so that it must not be passed on
 */
record Asker(Viewer viewer, Optional<String> authorization, boolean forwarded) {
  /**
   * @throws ProblemException if a key is shown that nobody has
   */
  static Asker of(HttpHeaders headers, AccessKeys keys) {
    Optional<String> authorization =
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    Viewer viewer =
        keys.viewer(authorization.orElse(null))
            .orElseThrow(() ->
                new ProblemException(
                    Problem.Kind.UNKNOWN_KEY,
                    "the header Authorization shows no key that is known here; send 'Bearer <key>',"
                        + " or leave it out to see what everybody may see"));
    boolean forwarded = headers.getHeaderString(Peers.FORWARDED_BY) != null;
    return new Asker(viewer, authorization, forwarded);
  }
}
