package io.quantedge.settlement.http;

/** A request that is refused, with its reason. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  ProblemException(ProblemCode code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  ProblemCode code() {
    return code;
  }
}
