package io.quantedge.settlement.http;

/** Everything that can be wrong with a request, with its usual status. */
enum ProblemCode {
  INVALID_REQUEST(400, "The request is not valid"),
  INVALID_CURSOR(400, "The cursor is not one of this list"),
  NOT_FOUND(404, "There is nothing at this path"),
  UNKNOWN_ACCOUNT(404, "There is no such account"),
  NOT_SETTLED(404, "The slot is not settled"),
  UNKNOWN_PROOF(404, "There is no such proof"),
  METHOD_NOT_ALLOWED(405, "The path does not take this method"),
  NOT_ACCEPTABLE(406, "The answer cannot be given in this media type"),
  ACCOUNT_DEFINITION_CONFLICT(409, "The account is defined in another way"),
  FUNDING_CONFLICT(409, "The fundingId was used for another funding"),
  NOTHING_TO_UNDO(409, "The slot is not in a stage in which this can be done"),
  REQUEST_CONFLICT(409, "Another request was first"),
  PROOF_UNAVAILABLE(409, "The proof cannot be run here"),
  PROOF_RUNNING(409, "A proof is running"),
  UNSUPPORTED_MEDIA_TYPE(415, "The request's media type is not understood"),
  NOT_AN_ADVERTISER(422, "Only advertisers pay in"),
  WRONG_CURRENCY(422, "The account trades in another currency"),
  BALANCE_OUT_OF_RANGE(422, "The balance would be out of range"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  PROOF_FAILED(503, "The proof came to no result"),
  TRUTH_STORE_UNAVAILABLE(503, "The truth store is not available");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }
}
