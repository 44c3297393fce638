package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantedge.ingest.domain.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionDecoderTest {
  private static final String ID = "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f";
  private static final String PLACE_ID = "32c807eb-4d4f-5671-ab34-27498ba80dd4";

  private final SubmissionDecoder decoder = new SubmissionDecoder(200);

  @Test
  void shouldDeriveAnIdFromTheRecordsPlace() {
    assertThat(decoder.decode(entry("{}", Map.of())).bidId()).isEqualTo(PLACE_ID);
  }

  @Test
  void shouldKeepTheIdThatWasSent() {
    assertThat(decoder.decode(entry("{\"bidId\":\"x\"}", Map.of("ce_id", ID))).bidId())
        .isEqualTo("x");
  }

  @Test
  void shouldTakeTheIdOfACloudEventInBinaryModeIfItIsAUuid() {
    assertThat(decoder.decode(entry("{}", binary(ID))).bidId()).isEqualTo(ID);
    assertThat(decoder.decode(entry("{}", binary("order-17"))).bidId()).isEqualTo(PLACE_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/cloudevents+json", "Application/CloudEvents+JSON; charset=UTF-8"})
  void shouldReadACloudEventInStructuredMode(String contentType) {
    String event =
        """
        {"specversion":"1.0","id":"%s","type":"t","source":"/s","data":{"slotId":"s"}}\
        """
            .formatted(ID);

    assertThat(decoder.decode(entry(event, Map.of("content-type", contentType))))
        .satisfies(sent -> {
          assertThat(sent.slotId()).isEqualTo("s");
          assertThat(sent.bidId()).isEqualTo(ID);
        });
  }

  @Test
  void shouldRefuseWhatItDoesNotUnderstand() {
    assertThat(codeOf(entry(null, Map.of()))).isEqualTo("INVALID_REQUEST");
    assertThat(codeOf(entry(" ".repeat(201), Map.of()))).isEqualTo("BODY_TOO_LARGE");
    assertThat(codeOf(entry("{}", Map.of("ce_specversion", "2.0")))).isEqualTo("INVALID_REQUEST");
    assertThatThrownBy(() ->
            decoder.decode(
                entry("[]", Map.of("content-type", "application/cloudevents-batch+json"))))
        .hasMessageContaining("content-type");
  }

  private String codeOf(ConsumerRecord<byte[], byte[]> entry) {
    return catchThrowableOfType(RefusedException.class, () -> decoder.decode(entry))
        .refusal()
        .code();
  }

  private static Map<String, String> binary(String id) {
    return Map.of("ce_specversion", "1.0", "ce_id", id, "content-type", "application/json");
  }

  private static ConsumerRecord<byte[], byte[]> entry(
      @org.jspecify.annotations.Nullable String value, Map<String, String> headers) {
    ConsumerRecord<byte[], byte[]> entry =
        new ConsumerRecord<>(
            "bid-submissions",
            3,
            17,
            new byte[0],
            value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (name, text) -> entry.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return entry;
  }
}
