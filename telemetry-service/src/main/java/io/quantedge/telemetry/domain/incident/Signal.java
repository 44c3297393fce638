package io.quantedge.telemetry.domain.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something is wrong now. Many signals are one incident: its id is a function of kind and subject,
 * so that whoever sees it, however often, means the same. Immutable.
 *
 * @param subject what it is about; at most 200 characters are kept
 * @param note what was seen
 * @param evidenceFrom nothing before this instant was needed to see it; an incident that was
 *     resolved is reopened only if that is later, so that what led to it does not reopen it
 */
public record Signal(IncidentKind kind, String subject, String note, Instant evidenceFrom) {
  /** Who opens and reopens. Nobody else can use the name. */
  public static final String ACTOR = "telemetry";

  public Signal {
    subject = clean(subject, Incident.MAX_SUBJECT_LENGTH);
    note = clean(note, EventRequest.MAX_NOTE_LENGTH);
  }

  public UUID incidentId() {
    return Incident.idOf(kind, subject);
  }

  /** What it means for the incident as it is: opened, reopened, or nothing. */
  public Verdict judge(Optional<Incident> current, Instant now) {
    if (current.isEmpty()) {
      IncidentEvent opened = new IncidentEvent(1, request(IncidentEventType.OPENED, 1), now);
      return new Verdict.Granted(new Incident(incidentId(), kind, subject, List.of(opened)));
    }
    Incident incident = current.get();
    boolean isBack =
        incident.state() == IncidentState.RESOLVED && evidenceFrom.isAfter(resolvedAt(incident));
    return isBack
        ? incident.judge(request(IncidentEventType.REOPENED, incident.version() + 1), now)
        : new Verdict.Unchanged(incident);
  }

  /** A note that was written after the end does not count. */
  private static Instant resolvedAt(Incident incident) {
    return incident.events().reversed().stream()
        .filter(event -> event.type() == IncidentEventType.RESOLVED)
        .map(IncidentEvent::at)
        .findFirst()
        .orElseThrow();
  }

  private EventRequest request(IncidentEventType type, int version) {
    return new EventRequest(
        Incident.eventIdOf(incidentId(), version),
        type,
        ACTOR,
        Optional.empty(),
        Optional.of(note));
  }

  /** Names of others' choosing must not keep an incident from being written. */
  private static String clean(String text, int maxLength) {
    String printable =
        text.codePoints()
            .limit(maxLength)
            .map(c -> Character.isISOControl(c) || isHalf(c) ? '?' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String fitting = printable.substring(0, Math.min(maxLength, printable.length()));
    boolean cutsPair =
        !fitting.isEmpty() && Character.isHighSurrogate(fitting.charAt(fitting.length() - 1));
    String whole = cutsPair ? fitting.substring(0, fitting.length() - 1) : fitting;
    return whole.isBlank() ? "(none)" : whole;
  }

  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
