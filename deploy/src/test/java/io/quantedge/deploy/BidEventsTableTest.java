package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The table that AWS is asked for is the one that ingest-service writes and reads. */
class BidEventsTableTest {
  private static final Pattern CONSTANT =
      Pattern.compile("static final String ([A-Z_]+) = \"([^\"]+)\";");

  /** CloudFormation's own functions are tags, which a plain reader passes over. */
  private final JsonNode table = table();

  private final Map<String, String> code = constants();

  @Test
  void hasTheKeysOfTheCode() {
    assertThat(keys(table.path("KeySchema"))).containsExactly(code("PK"), code("SK"));
  }

  @Test
  void hasTheIndexesOfTheCodeWithWholeItems() {
    Map<String, List<String>> indexes = new TreeMap<>();
    for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
      indexes.put(index.path("IndexName").asText(), keys(index.path("KeySchema")));
      assertThat(index.path("Projection").path("ProjectionType").asText()).isEqualTo("ALL");
    }
    assertThat(indexes)
        .isEqualTo(
            Map.of(
                code("SLOTS_BY_CLOSE"), List.of(code("CLOSE_HOUR"), code("CLOSE_KEY")),
                code("SLOTS_BY_TRAFFIC"), List.of(code("TRAFFIC_HOUR"), code("TRAFFIC_KEY"))));
  }

  @Test
  void definesEachKeyAsTextAndNothingElse() {
    TreeSet<String> defined = new TreeSet<>();
    for (JsonNode attribute : table.path("AttributeDefinitions")) {
      assertThat(attribute.path("AttributeType").asText()).isEqualTo("S");
      defined.add(attribute.path("AttributeName").asText());
    }
    assertThat(defined)
        .containsExactlyInAnyOrder(
            code("PK"),
            code("SK"),
            code("CLOSE_HOUR"),
            code("CLOSE_KEY"),
            code("TRAFFIC_HOUR"),
            code("TRAFFIC_KEY"));
  }

  @Test
  void expiresItemsAndCanBeRestored() {
    assertThat(table.path("TimeToLiveSpecification").path("AttributeName").asText())
        .isEqualTo(code("TTL"));
    assertThat(table.path("TimeToLiveSpecification").path("Enabled").asBoolean()).isTrue();
    assertThat(
            table
                .path("PointInTimeRecoverySpecification")
                .path("PointInTimeRecoveryEnabled")
                .asBoolean())
        .isTrue();
    assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
  }

  private String code(String constant) {
    assertThat(code).containsKey(constant);
    return code.getOrDefault(constant, "");
  }

  private static List<String> keys(JsonNode schema) {
    assertThat(schema.path(0).path("KeyType").asText()).isEqualTo("HASH");
    assertThat(schema.path(1).path("KeyType").asText()).isEqualTo("RANGE");
    return StreamSupport.stream(schema.spliterator(), false)
        .map(key -> key.path("AttributeName").asText())
        .toList();
  }

  private static JsonNode table() {
    try {
      return new YAMLMapper()
          .readTree(ProjectFiles.read("deploy/aws/bid-events.yaml"))
          .path("Resources")
          .path("BidEvents")
          .path("Properties");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the template is no YAML", e);
    }
  }

  private static Map<String, String> constants() {
    Map<String, String> constants = new TreeMap<>();
    Matcher matcher =
        CONSTANT.matcher(
            ProjectFiles.read(
                "ingest-service/src/main/java/io/quantedge/ingest/dynamodb/BidEvents.java"));
    while (matcher.find()) {
      constants.put(matcher.group(1), matcher.group(2));
    }
    return constants;
  }
}
