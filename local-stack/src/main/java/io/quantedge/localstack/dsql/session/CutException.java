package io.quantedge.localstack.dsql.session;

/** The connection is to be cut without a word, because a fault was asked for. Immutable. */
final class CutException extends Exception {
  private static final long serialVersionUID = 1L;
}
