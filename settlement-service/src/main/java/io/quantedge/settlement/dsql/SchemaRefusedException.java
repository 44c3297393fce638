package io.quantedge.settlement.dsql;

/** The store is not one that this build may write to; people must decide what to do. */
final class SchemaRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaRefusedException(String message) {
    super(message);
  }
}
