package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;

/** Makes the password of a new connection. Implementations are thread-safe and never block long. */
@FunctionalInterface
public interface TokenSource {
  /**
   * @param role the database role that connects
   * @return a fresh token, or a failure that says why there is none
   */
  Uni<String> token(DsqlEndpoint endpoint, String role);
}
