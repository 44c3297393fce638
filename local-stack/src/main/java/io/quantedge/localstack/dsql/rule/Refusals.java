package io.quantedge.localstack.dsql.rule;

/** Makes refusals, and tells those whose wording was seen from those that are worded here. */
final class Refusals {
  /**
   * Ends each message that Aurora DSQL surely words otherwise; its SQLSTATE is the documented one.
   */
  static final String LOCAL_WORDING = " (local wording)";

  static final String FEATURE_NOT_SUPPORTED = "0A000";
  static final String PROGRAM_LIMIT_EXCEEDED = "54000";

  private Refusals() {}

  /** A refusal in the words of a real cluster or of its documentation. */
  static Refusal known(String message) {
    return new Refusal(FEATURE_NOT_SUPPORTED, message);
  }

  /** A refusal whose words are ours. */
  static Refusal local(String message) {
    return new Refusal(FEATURE_NOT_SUPPORTED, message + LOCAL_WORDING);
  }

  /** A limit of the whole transaction, in the words of a real cluster or of its documentation. */
  static Refusal limit(String message) {
    return new Refusal(PROGRAM_LIMIT_EXCEEDED, message);
  }
}
