package io.quantedge.telemetry.application;

import io.quantedge.contracts.id.SlotId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who tells one part of a slot's story. Implementations are thread-safe. */
public interface StorySource {
  StoryPart.Name part();

  /** What people call it. */
  String source();

  /** May fail with {@link SourceAwayException}; everything else that can happen is a part. */
  Uni<StoryPart> ask(SlotId slotId);

  /** All of those that are other services. */
  interface Services {
    List<StorySource> sources();
  }
}
