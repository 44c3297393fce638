package io.quantedge.telemetry.domain.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that happened to one thing that went wrong, in order. Its state is a fold over that,
 * and a part of it from the beginning is the incident as of an earlier time. Immutable.
 *
 * @param events at least one; their versions are 1, 2, 3, …
 */
public record Incident(
    UUID incidentId, IncidentKind kind, String subject, List<IncidentEvent> events) {
  /**
   * A bound on what one incident can take up. From here on it can be resolved and reopened, and
   * nothing else.
   */
  public static final int MAX_EVENTS = 1_000;

  /** The truth store's limit. */
  static final int MAX_SUBJECT_LENGTH = 200;

  /**
   * @throws IllegalStateException if the events are no history: a version is missing or there
   *     twice, or something happened in a state in which it cannot
   */
  public Incident {
    events = List.copyOf(events);
    IncidentState state = IncidentState.OPEN;
    for (int i = 0; i < events.size(); i++) {
      IncidentEvent event = events.get(i);
      boolean isFirst = i == 0;
      Optional<IncidentState> next =
          isFirst == (event.type() == IncidentEventType.OPENED)
              ? (isFirst ? Optional.of(state) : event.type().from(state))
              : Optional.empty();
      if (event.version() != i + 1 || next.isEmpty()) {
        throw new IllegalStateException(
            "incident %s is no history: version %d is %s, at place %d, in state %s"
                .formatted(incidentId, event.version(), event.type(), i + 1, state));
      }
      state = next.get();
    }
    if (events.isEmpty()) {
      throw new IllegalStateException("incident " + incidentId + " has no events");
    }
  }

  /** The id that an incident of this kind about this subject has, or will have. */
  public static UUID idOf(IncidentKind kind, String subject) {
    return named("incident\n" + kind + "\n" + subject);
  }

  /** The id of the event that telemetry itself puts at this place of the history. */
  static UUID eventIdOf(UUID incidentId, int version) {
    return named("incident event\n" + incidentId + "\n" + version);
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public String title() {
    return kind.title(subject);
  }

  public IncidentState state() {
    return events.reversed().stream()
        .flatMap(event -> event.type().decides().stream())
        .findFirst()
        .orElseThrow();
  }

  /** How many events there are. */
  public int version() {
    return events.size();
  }

  /** Whom the last assignment named. */
  public Optional<String> assignee() {
    return events.reversed().stream()
        .flatMap(event -> event.request().assignee().stream())
        .findFirst();
  }

  public Instant openedAt() {
    return events.getFirst().at();
  }

  public Instant lastAt() {
    return events.getLast().at();
  }

  /** What may happen next. */
  public List<IncidentEventType> allowed() {
    return allowed(state(), version());
  }

  /**
   * @param version how many events there are
   */
  public static List<IncidentEventType> allowed(IncidentState state, int version) {
    return Arrays.stream(IncidentEventType.values())
        .filter(type -> type.from(state).isPresent())
        .filter(type ->
            version < MAX_EVENTS
                || type == IncidentEventType.RESOLVED
                || type == IncidentEventType.REOPENED)
        .toList();
  }

  /** As it was at that instant; empty if it had not been opened. */
  public Optional<Incident> asOf(Instant instant) {
    List<IncidentEvent> until =
        events.stream().takeWhile(event -> !event.at().isAfter(instant)).toList();
    return until.isEmpty()
        ? Optional.empty()
        : Optional.of(new Incident(incidentId, kind, subject, until));
  }

  /**
   * Judges a request against this history. The answer holds for this history alone: whoever finds
   * on writing that the history went on must read it and judge again.
   */
  public Verdict judge(EventRequest request, Instant now) {
    Optional<EventRequest> known =
        events.stream()
            .map(IncidentEvent::request)
            .filter(former -> former.eventId().equals(request.eventId()))
            .findFirst();
    if (known.isPresent()) {
      return known.get().equals(request) ? new Verdict.Unchanged(this) : new Verdict.IdTaken();
    }
    return allowed().contains(request.type())
        ? new Verdict.Granted(with(request, now))
        : new Verdict.NotAllowed(this);
  }

  /** Clocks of two writers differ; the time of events never runs backwards for that. */
  private Incident with(EventRequest request, Instant now) {
    Instant at = now.isBefore(lastAt()) ? lastAt() : now;
    IncidentEvent event = new IncidentEvent(version() + 1, request, at);
    return new Incident(
        incidentId, kind, subject, Stream.concat(events.stream(), Stream.of(event)).toList());
  }
}
