package io.quantedge.telemetry.domain.incident;

import java.util.Optional;
import java.util.UUID;

/**
 * What a writer wants to have happened. It checks itself, so that whatever is written can be read
 * back as it was.
 *
 * @param eventId chosen by the writer: the same request again is harmless
 * @param actor who it is, 1 to {@value #MAX_NAME_LENGTH} characters
 * @param assignee who shall look after it, with {@code ASSIGNED} only; as long as an actor
 * @param note at most {@value #MAX_NOTE_LENGTH} characters; {@code NOTED} cannot be without
 */
public record EventRequest(
    UUID eventId,
    IncidentEventType type,
    String actor,
    Optional<String> assignee,
    Optional<String> note) {
  public static final int MAX_NAME_LENGTH = 128;
  public static final int MAX_NOTE_LENGTH = 2_000;

  /**
   * @throws IllegalArgumentException if something is missing, too much or too long; it says what
   */
  public EventRequest {
    checkText("actor", actor, MAX_NAME_LENGTH);
    assignee.ifPresent(name -> checkText("assignee", name, MAX_NAME_LENGTH));
    note.ifPresent(text -> checkText("note", text, MAX_NOTE_LENGTH));
    require(
        assignee.isPresent() == (type == IncidentEventType.ASSIGNED),
        "'assignee' belongs to an event of type ASSIGNED, and to no other; the type was " + type);
    require(
        note.isPresent() || type != IncidentEventType.NOTED, "an event of type NOTED needs 'note'");
  }

  private static void checkText(String field, String text, int maxLength) {
    require(
        !text.isBlank() && text.length() <= maxLength,
        "'%s' must have 1 to %d characters that are not all blank; it had %d"
            .formatted(field, maxLength, text.length()));
    require(
        text.codePoints().noneMatch(EventRequest::isUnprintable),
        "'" + field + "' must not contain control characters but new lines and tabs");
  }

  private static boolean isUnprintable(int codePoint) {
    boolean isLayout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    boolean isHalf = Character.getType(codePoint) == Character.SURROGATE;
    return isHalf || (Character.isISOControl(codePoint) && !isLayout);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
