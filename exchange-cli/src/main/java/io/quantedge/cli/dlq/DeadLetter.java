package io.quantedge.cli.dlq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be settled, with what is known about it. Immutable; the value is not
 * copied and must not be changed.
 *
 * @param position where it stands
 * @param key as it came
 * @param value as it came
 * @param headers all of them, in order
 */
public record DeadLetter(Position position, String key, byte[] value, List<Field> headers) {
  /** Begins the names of the headers that were added when the record was isolated. */
  static final String PREFIX = "dlq-";

  /** Names the position that a marker says was sent again. */
  static final String REPLAYED = "dlq-replayed";

  private static final String NONE = "-";

  /** Copies the list. */
  public DeadLetter {
    headers = List.copyOf(headers);
  }

  /**
   * One header.
   *
   * @param name its name; names may come more than once
   * @param value its bytes, as they came
   */
  public record Field(String name, byte[] value) {
    /** The value for people. */
    public String text() {
      return new String(value, StandardCharsets.UTF_8);
    }
  }

  static DeadLetter of(ConsumerRecord<String, byte[]> record) {
    @Nullable String key = record.key();
    byte @Nullable [] value = record.value();
    List<Field> headers = new ArrayList<>();
    record.headers().forEach(header -> headers.add(new Field(header.key(), bytes(header.value()))));
    return new DeadLetter(
        new Position(record.partition(), record.offset()),
        key == null ? "" : key,
        bytes(value),
        headers);
  }

  /**
   * The position that this record marks as sent again, if it is a marker. A letter always names its
   * topic, so that nobody can hide one behind a header of their own.
   */
  public Optional<Position> marks() {
    return originalTopic().isPresent()
        ? Optional.empty()
        : header(REPLAYED).flatMap(DeadLetter::position);
  }

  /** When it was isolated, as the service wrote it. */
  public String time() {
    return header("dlq-time").orElse(NONE);
  }

  /** Why it was isolated. */
  public String cause() {
    return header("dlq-cause").orElse(NONE);
  }

  /** The topic that it came from. */
  public Optional<String> originalTopic() {
    return header("dlq-topic");
  }

  /** The headers that it came with. */
  public List<Field> originalHeaders() {
    return headers.stream().filter(header -> !header.name().startsWith(PREFIX)).toList();
  }

  /** The slot that it is about; a dash if the value does not say. */
  public String slot() {
    return json()
        .map(node -> node.at("/slot/slotId"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .orElse(NONE);
  }

  /** The value for people: indented if it is JSON, and told from text if it is neither. */
  public String printableValue() {
    if (value.length == 0) {
      return "(empty)";
    }
    try {
      return json().isPresent()
          ? Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json().get())
          : new String(value, StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      return new String(value, StandardCharsets.UTF_8);
    }
  }

  private Optional<JsonNode> json() {
    try {
      return Optional.ofNullable(Json.mapper().readTree(value)).filter(JsonNode::isContainerNode);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .reduce((earlier, later) -> later)
        .map(Field::text);
  }

  private static Optional<Position> position(String text) {
    try {
      return Optional.of(Position.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(byte @Nullable [] value) {
    return value == null ? new byte[0] : value;
  }
}
