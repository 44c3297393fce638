package io.quantedge.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantedge.ingest.application.BidSubmission;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidReaderTest {
  @Test
  void shouldKeepAmountsAsTheyWereWritten() {
    BidSubmission sent =
        read("{\"amount\": 12345678901234.567800, \"qualityScore\": \"0.50\", \"latencyMs\": 7}");

    assertThat(sent.amount()).isEqualTo("12345678901234.567800");
    assertThat(sent.qualityScore()).isEqualTo("0.50");
    assertThat(sent.latencyMs()).isEqualTo(7);
    assertThat(sent.bidId()).isNull();
  }

  @Test
  void shouldReadItsPartOfALargerArray() {
    byte[] json = "xx{\"slotId\":\"s\"}\nyy".getBytes(StandardCharsets.UTF_8);

    assertThat(BidReader.read(json, 2, 14).slotId()).isEqualTo("s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"amount\": {}}; amount",
        "{\"accountId\": 5}; accountId",
        "{\"latencyMs\": \"soon\"}; latencyMs",
        "{\"latencyMs\": 1.5}; latencyMs",
        "{\"amount\": \"1\", \"amount\": \"9\"}; amount",
        "{\"amount\": NaN}; body",
        "{\"amount\": 1} {}; body",
        "[]; body",
        "null; body"
      })
  void shouldNameWhatIsWrong(String json, String field) {
    assertThat(refusal(json.getBytes(StandardCharsets.UTF_8)).field()).isEqualTo(field);
  }

  @Test
  void shouldNotGuessAnotherEncoding() {
    byte[] utf16 = "{\"slotId\":\"s\"}".getBytes(StandardCharsets.UTF_16LE);

    assertThat(refusal(utf16).problem()).contains("UTF-8");
  }

  @Test
  void shouldReadABidOutOfACloudEvent() {
    String event =
        """
        {"specversion": "1.0", "type": "bid", "source": "/x", "id": "e-1",
         "data": {"slotId": "s", "amount": 5.40}, "extension": [1]}\
        """;

    CloudEventReader.Enveloped read = CloudEventReader.read(event.getBytes(StandardCharsets.UTF_8));

    assertThat(read.id()).contains("e-1");
    assertThat(read.submission().amount()).isEqualTo("5.40");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"specversion\": \"2.0\", \"data\": {}}; specversion",
        "{\"specversion\": \"1.0\", \"id\": \"x\"}; data",
        "{\"data\": {}, \"data\": {}}; data",
        "{\"data_base64\": \"e30=\"}; data_base64",
        "{\"data\": \"text\"}; body",
        "[]; body"
      })
  void shouldNameWhatIsWrongWithACloudEvent(String json, String field) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> CloudEventReader.read(json.getBytes(StandardCharsets.UTF_8)));

    assertThat(((Refusal.InvalidRequest) refused.refusal()).field()).isEqualTo(field);
  }

  private static BidSubmission read(String json) {
    return BidReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal.InvalidRequest refusal(byte[] json) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> BidReader.read(json));
    return (Refusal.InvalidRequest) refused.refusal();
  }
}
