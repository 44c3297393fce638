package io.quantedge.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quantedge.telemetry.application.LiveFrame;
import io.quantedge.telemetry.application.States;
import io.quantedge.telemetry.fixture.RandomExchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameSizeTest {
  private static final int MAX_FRAME_BYTES = 64 * 1024;

  private final ObjectMapper mapper = new ObjectMapper();

  FrameSizeTest() {
    mapper.registerModules(new JavaTimeModule(), new Jdk8Module());
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    new JsonSettings().customize(mapper);
  }

  @Test
  void aFrameOfTwoThousandSlotsIsSmall() throws Exception {
    List<Object> events = new ArrayList<>();
    new RandomExchange(81, Instant.parse("2026-03-01T10:00:00Z"))
        .slots(2_000)
        .forEach(story -> events.addAll(story.events()));

    LiveFrame frame = States.frameOf(events);

    byte[] encoded = mapper.writeValueAsString(frame).getBytes(StandardCharsets.UTF_8);
    assertThat(frame.overview().recentSlots().lines()).hasSize(50);
    assertThat(frame.conflicts().recent()).hasSize(30);
    assertThat(encoded.length).isBetween(10_000, MAX_FRAME_BYTES);
  }
}
