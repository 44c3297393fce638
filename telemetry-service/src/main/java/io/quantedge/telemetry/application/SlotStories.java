package io.quantedge.telemetry.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.application.TelemetryState.Remembered;
import io.quantedge.telemetry.domain.ConflictReport.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Tells all that is known of a slot, asked for at the moment of the question and kept by nobody.
 * All sources are asked at once, and one that fails leaves the others' parts as they are.
 * Thread-safe.
 */
@ApplicationScoped
public class SlotStories {
  private static final Logger log = Logger.getLogger(SlotStories.class);

  private static final String MEMORY = "telemetry-service";
  private static final int MAX_TIMELINES = 200;

  private final TelemetryState state;
  private final StorySource.Services services;
  private final Clock clock;

  SlotStories(TelemetryState state, StorySource.Services services, Clock clock) {
    this.state = state;
    this.services = services;
    this.clock = clock;
  }

  /** All parts of a story, each with its own status. */
  public record Story(SlotId slotId, Instant at, Map<StoryPart.Name, StoryPart> parts) {}

  private record Told(StoryPart.Name name, StoryPart part) {}

  /** Never fails because a source is away. */
  public Uni<Story> of(SlotId slotId) {
    List<Uni<Told>> asked = new ArrayList<>();
    asked.add(Uni.createFrom().item(() -> new Told(StoryPart.Name.TRAFFIC, traffic(slotId))));
    asked.add(Uni.createFrom().item(() -> new Told(StoryPart.Name.CONFLICTS, conflicts(slotId))));
    services.sources().forEach(source -> asked.add(ask(source, slotId)));
    return Uni.join()
        .all(asked)
        .andFailFast()
        .map(told -> {
          Map<StoryPart.Name, StoryPart> parts = new EnumMap<>(StoryPart.Name.class);
          told.forEach(one -> parts.put(one.name(), one.part()));
          return new Story(slotId, clock.instant(), parts);
        });
  }

  private static Uni<Told> ask(StorySource source, SlotId slotId) {
    return Uni.createFrom()
        .deferred(() -> source.ask(slotId))
        .onFailure()
        .recoverWithItem(failure -> StoryPart.unavailable(source.source(), why(source, failure)))
        .map(part -> new Told(source.part(), part));
  }

  private static String why(StorySource source, Throwable failure) {
    if (failure instanceof SourceAwayException away) {
      return away.sentence();
    }
    log.errorf(failure, "part of a story failed part=%s", source.part());
    return "Telemetry failed to ask " + source.source() + "; its log has the cause.";
  }

  private StoryPart traffic(SlotId slotId) {
    return state
        .trafficOf(slotId)
        .map(stats -> StoryPart.known(MEMORY, stats))
        .orElseGet(() ->
            StoryPart.absent(
                MEMORY,
                "Telemetry remembers no count of this slot's bids: none came, or it is long ago."));
  }

  private StoryPart conflicts(SlotId slotId) {
    Remembered<Timeline> found = state.timelinesOf(slotId, MAX_TIMELINES);
    Object body = Map.of("timelines", found.items());
    return found.retired() == 0
        ? StoryPart.known(MEMORY, body)
        : StoryPart.incomplete(
            MEMORY,
            body,
            "Only operations that telemetry still remembers; it has let go of "
                + found.retired()
                + " older ones, of any slot.");
  }
}
