package io.quantedge.evaluator.application;

import java.util.Optional;

/**
 * Asks other instances over HTTP. Implementations are thread-safe and block for a bounded time, so
 * no event loop may call them.
 */
public interface Peers {
  /** The header by which an instance says that it asks for somebody else, with its own address. */
  String FORWARDED_BY = "X-Exchange-Forwarded-By";

  /**
   * Asks once. The other instance sees that it was asked by an instance, and passes the question on
   * to nobody.
   *
   * @param path path and query, from the first slash
   * @param authorization who asks, as this instance was told
   * @throws PeerSilentException if it does not answer in time
   */
  Reply get(PeerAddress peer, String path, Optional<String> authorization)
      throws PeerSilentException;

  /**
   * What another instance answered, to be handed on as it is.
   *
   * @param retryAfter in seconds, as text
   */
  record Reply(
      int status,
      Optional<String> contentType,
      Optional<String> retryAfter,
      Optional<String> challenge,
      byte[] body) {}

  /** Another instance did not answer; it may be on its way out. */
  final class PeerSilentException extends Exception {
    private static final long serialVersionUID = 1L;

    public PeerSilentException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
