package io.quantedge.localstack.dsql.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The JSON object of a request, read strictly: every field is known, present and of its type. */
final class AdminRequest {
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode object;

  private AdminRequest(JsonNode object) {
    this.object = object;
  }

  static AdminRequest read(byte[] body) {
    try {
      JsonNode node = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      if (node == null || !node.isObject()) {
        throw new BadRequestException("the body has to be a JSON object");
      }
      return new AdminRequest(node);
    } catch (JsonProcessingException e) {
      throw new BadRequestException("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  boolean has(String field) {
    return object.has(field);
  }

  /** Holds the request to exactly these fields. */
  AdminRequest only(String... fields) {
    Set<String> given = new TreeSet<>();
    object.fieldNames().forEachRemaining(given::add);
    Set<String> expected = new TreeSet<>(Arrays.asList(fields));
    if (!given.equals(expected)) {
      throw new BadRequestException(
          "the fields have to be %s, but were %s".formatted(expected, given));
    }
    return this;
  }

  String text(String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw new BadRequestException("%s has to be a text".formatted(field));
    }
    return value.textValue();
  }

  <E extends Enum<E>> E constant(String field, Class<E> type) {
    String name = text(field);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadRequestException(
                "%s is one of %s, but was %s"
                    .formatted(field, Arrays.toString(type.getEnumConstants()), name)));
  }

  int integer(String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new BadRequestException("%s has to be an integer".formatted(field));
    }
    return value.intValue();
  }

  long longInteger(String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new BadRequestException("%s has to be an integer".formatted(field));
    }
    return value.longValue();
  }

  double number(String field) {
    JsonNode value = object.path(field);
    if (!value.isNumber()) {
      throw new BadRequestException("%s has to be a number".formatted(field));
    }
    return value.doubleValue();
  }

  /** What is wrong with a request, in words for its sender. */
  static final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequestException(String detail) {
      super(detail, null, false, false);
    }
  }
}
