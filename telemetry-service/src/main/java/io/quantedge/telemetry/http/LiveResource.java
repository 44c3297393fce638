package io.quantedge.telemetry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.telemetry.application.LiveFeed;
import io.quantedge.telemetry.application.LiveFrame;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * The state as it changes, as server-sent events. First {@code history} with the time series and
 * the time (the first frame may be old, and its age must show), then {@code frame} with the whole
 * state at once and after every change, at most once a second, with ids that increase; {@code
 * heartbeat} when nothing else may come, so that silence means trouble.
 */
@Path("/v1/live")
class LiveResource {
  private final LiveFeed feed;
  private final ObjectMapper mapper;
  private volatile Rendered rendered = new Rendered(-1, "");

  /** A frame is written once, however many watch. */
  private record Rendered(long id, String json) {}

  LiveResource(LiveFeed feed, ObjectMapper mapper) {
    this.feed = feed;
    this.mapper = mapper;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.TEXT_PLAIN)
  @Operation(summary = "The overview and the conflicts as server-sent events, whenever they change")
  public Multi<OutboundSseEvent> live(Sse sse) {
    Multi<LiveFrame> frames = feed.watch().orElseThrow(LiveFullException::new);
    Multi<OutboundSseEvent> history =
        Multi.createFrom()
            .item(() -> event(sse, "history", Map.of("at", feed.now(), "samples", feed.history())));
    Multi<OutboundSseEvent> heartbeats =
        feed.heartbeats().map(at -> event(sse, "heartbeat", Map.of("at", at)));
    Multi<OutboundSseEvent> changes = frames.map(frame -> frameEvent(sse, frame));
    Multi<OutboundSseEvent> all =
        Multi.createBy()
            .concatenating()
            .streams(history, Multi.createBy().merging().streams(changes, heartbeats));
    return RestMulti.fromMultiData(all).header("Cache-Control", "no-store").build();
  }

  private OutboundSseEvent frameEvent(Sse sse, LiveFrame frame) {
    Rendered known = rendered;
    if (known.id() != frame.id()) {
      known = new Rendered(frame.id(), json(frame));
      rendered = known;
    }
    return sse.newEventBuilder()
        .name("frame")
        .id(Long.toString(frame.id()))
        .data(String.class, known.json())
        .build();
  }

  private OutboundSseEvent event(Sse sse, String name, Object content) {
    return sse.newEventBuilder().name(name).data(String.class, json(content)).build();
  }

  private String json(Object content) {
    try {
      return mapper.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of our own could not be written", e);
    }
  }

  /** Every place of a watcher is taken. */
  static final class LiveFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
