package io.quantedge.telemetry.domain.incident;

/** What becomes of a request for an event, given the history as it was read. Immutable. */
public sealed interface Verdict {
  /**
   * It may happen.
   *
   * @param incident with the new event as its last one, which is still to be written
   */
  record Granted(Incident incident) implements Verdict {}

  /** It has happened before, or there is nothing to be done: the incident stays as it is. */
  record Unchanged(Incident incident) implements Verdict {}

  /** It must not happen in this state. */
  record NotAllowed(Incident incident) implements Verdict {}

  /** Something else has happened under its id, here or to another incident. */
  record IdTaken() implements Verdict {}

  /** There is no such incident. */
  record Unknown() implements Verdict {}
}
