package io.quantedge.telemetry.domain.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** What responders want, made up for tests. */
public final class Requests {
  public static final Instant OPENED_AT = Instant.parse("2026-03-01T02:10:00Z");

  private Requests() {}

  public static EventRequest of(IncidentEventType type, String actor) {
    return of(new UUID(type.ordinal(), actor.hashCode()), type, actor);
  }

  public static EventRequest of(UUID eventId, IncidentEventType type, String actor) {
    return new EventRequest(
        eventId,
        type,
        actor,
        type == IncidentEventType.ASSIGNED ? Optional.of("on-call") : Optional.empty(),
        type == IncidentEventType.NOTED ? Optional.of("seen by " + actor) : Optional.empty());
  }

  public static EventRequest random(SplittableRandom random, String actor) {
    List<IncidentEventType> types =
        List.of(
            IncidentEventType.ACKNOWLEDGED,
            IncidentEventType.ASSIGNED,
            IncidentEventType.NOTED,
            IncidentEventType.RESOLVED,
            IncidentEventType.REOPENED);
    return of(
        new UUID(random.nextLong(), random.nextLong()),
        types.get(random.nextInt(types.size())),
        actor);
  }

  public static Signal signal(String subject, Instant evidenceFrom) {
    return new Signal(IncidentKind.HOT_SLOT, subject, "2,000 bids a second", evidenceFrom);
  }

  public static Incident opened(String subject) {
    return granted(signal(subject, OPENED_AT).judge(Optional.empty(), OPENED_AT));
  }

  public static Incident granted(Verdict verdict) {
    if (verdict instanceof Verdict.Granted(Incident incident)) {
      return incident;
    }
    throw new AssertionError("not granted: " + verdict);
  }
}
