package io.quantedge.cli.dlq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {
  @Test
  void itTellsWhereItCameFromAndWhy() {
    DeadLetter letter =
        letter(
            "{\"slot\":{\"slotId\":\"s-1\"}}",
            "trace",
            "t-1",
            "dlq-cause",
            "unreadable",
            "dlq-topic",
            "auction-outcomes",
            "dlq-time",
            "2026-01-01T00:00:00Z");

    assertThat(letter.slot()).isEqualTo("s-1");
    assertThat(letter.cause()).isEqualTo("unreadable");
    assertThat(letter.time()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(letter.originalTopic()).contains("auction-outcomes");
    assertThat(letter.originalHeaders())
        .extracting(DeadLetter.Field::name)
        .containsExactly("trace");
    assertThat(letter.marks()).isEmpty();
    assertThat(Replayer.obstacle(letter)).isEmpty();
  }

  @Test
  void jsonIsShownIndentedAndAnythingElseAsItIs() {
    assertThat(letter("{\"a\":[1]}").printableValue()).contains("\n").contains("\"a\"");
    assertThat(letter("{\"slot\":").printableValue()).isEqualTo("{\"slot\":");
    assertThat(letter("{\"slot\":").slot()).isEqualTo("-");
    assertThat(letter("").printableValue()).isEqualTo("(empty)");
    assertThat(letter("").slot()).isEqualTo("-");
  }

  @Test
  void aRecordWithoutKeyAndValueIsALetterToo() {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("dlq", 0, 3, null, null);

    assertThat(DeadLetter.of(record).key()).isEmpty();
    assertThat(DeadLetter.of(record).value()).isEmpty();
  }

  @Test
  void aMarkerIsNoLetterAndALetterCannotPassForOne() {
    assertThat(letter("", "dlq-replayed", "0:7").marks()).contains(new Position(0, 7));
    assertThat(letter("", "dlq-replayed", "0:7", "dlq-topic", "auction-outcomes").marks())
        .isEmpty();
    assertThat(letter("", "dlq-replayed", "seven").marks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auction-outcomes-dlq", "nowhere", ""})
  void itIsSentToNoOtherTopicThanOurs(String topic) {
    assertThat(Replayer.obstacle(letter("", "dlq-topic", topic))).isPresent();
    assertThat(Replayer.obstacle(letter(""))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"17,0,17", "0:17,0,17", "3:0,3,0"})
  void positionsAreReadAsTheyArePrinted(String text, int partition, long offset) {
    assertThat(Position.parse(text)).isEqualTo(new Position(partition, offset));
    assertThat(Position.parse(new Position(partition, offset).toString()))
        .isEqualTo(new Position(partition, offset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "a", "-1", "0:-1", "1:2:3", "0:"})
  void whatIsNoPositionIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Position.parse(text))
        .withMessageContaining("0:17");
  }

  private static DeadLetter letter(String value, String... headers) {
    List<DeadLetter.Field> fields = new java.util.ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      fields.add(new DeadLetter.Field(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8)));
    }
    return new DeadLetter(
        new Position(0, 5), "buyer", value.getBytes(StandardCharsets.UTF_8), fields);
  }
}
