package io.quantedge.telemetry.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.application.SlotPlace;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in the list of slots as an opaque text. */
final class SlotCursor {
  private SlotCursor() {}

  static String of(SlotPlace place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ("slots " + place.at() + " " + place.slotId()).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws InvalidRequestException if it is none of this list
   */
  static SlotPlace parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == 3 && parts[0].equals("slots")) {
        return new SlotPlace(Instant.parse(parts[1]), new SlotId(parts[2]).value());
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Told below, like the cursor of another list.
    }
    throw new InvalidRequestException(
        "after must be the 'next' of a page of slots; it was '" + Texts.abbreviated(text) + "'");
  }
}
