package io.quantedge.telemetry.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.application.SlotStories;
import io.quantedge.telemetry.application.StoryPart;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A slot's story.
 *
 * @param parts by their names in lower case
 */
record StoryView(SlotId slotId, Instant at, Map<String, StoryPart> parts) {
  static StoryView of(SlotStories.Story story) {
    Map<String, StoryPart> parts = new LinkedHashMap<>();
    story.parts().forEach((name, part) -> parts.put(name.name().toLowerCase(Locale.ROOT), part));
    return new StoryView(story.slotId(), story.at(), parts);
  }
}
