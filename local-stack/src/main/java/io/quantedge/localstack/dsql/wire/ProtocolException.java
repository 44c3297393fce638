package io.quantedge.localstack.dsql.wire;

/** What a peer sent is not PostgreSQL's protocol; the connection cannot go on. Immutable. */
public final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was wrong with it. */
  public ProtocolException(String message) {
    super(message);
  }
}
