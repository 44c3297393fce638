package io.quantedge.evaluator.http;

/** A request that is refused, with its reason. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem.Kind kind;

  ProblemException(Problem.Kind kind, String detail) {
    super(detail, null, false, false);
    this.kind = kind;
  }

  Problem.Kind kind() {
    return kind;
  }
}
