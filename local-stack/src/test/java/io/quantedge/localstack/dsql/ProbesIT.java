package io.quantedge.localstack.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.dsql.RawClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real cluster was seen to answer, word by word, through both protocols. */
@Timeout(120)
class ProbesIT {
  private static final JsonNode PROBES = read();
  private static LocalDsql dsql;

  /** How a statement travels. */
  enum Protocol {
    SIMPLE,
    EXTENDED;

    Answer send(RawClient client, String sql) throws IOException {
      return this == SIMPLE ? client.simple(sql).getLast() : client.extended(sql);
    }
  }

  /** Which session goes first with its statement, and which with its COMMIT. */
  enum Order {
    FIRST_WRITES_FIRST_COMMITS,
    FIRST_WRITES_SECOND_COMMITS,
    SECOND_WRITES_FIRST_COMMITS,
    SECOND_WRITES_SECOND_COMMITS;

    boolean firstWrites() {
      return ordinal() < 2;
    }

    boolean firstCommits() {
      return ordinal() % 2 == 0;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    dsql = LocalDsql.start();
    try (RawClient admin = RawClient.admin(dsql)) {
      for (JsonNode sql : PROBES.get("schema")) {
        assertThat(admin.simple(sql.asText()).getLast().message()).isEmpty();
      }
    }
  }

  @AfterAll
  static void stop() {
    dsql.close();
  }

  private static JsonNode read() {
    try (InputStream file = ProbesIT.class.getResourceAsStream("/dsql/probes.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<JsonNode> all(String kind) {
    return StreamSupport.stream(PROBES.get(kind).spliterator(), false);
  }

  static Stream<Arguments> singles() {
    return all("single")
        .flatMap(probe ->
            Stream.of(Protocol.values())
                .map(protocol -> Arguments.of(probe.get("name").asText(), protocol, probe)));
  }

  static Stream<Arguments> pairs() {
    return all("pairs")
        .flatMap(probe ->
            Stream.of(Protocol.values())
                .flatMap(protocol ->
                    Stream.of(Order.values())
                        .map(order ->
                            Arguments.of(probe.get("name").asText(), protocol, order, probe))));
  }

  private static void reset() throws IOException {
    try (RawClient admin = RawClient.admin(dsql)) {
      for (JsonNode sql : PROBES.get("rows")) {
        assertThat(admin.simple(sql.asText()).getLast().message()).isEmpty();
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("singles")
  void oneSessionIsAnsweredAsRecorded(String name, Protocol protocol, JsonNode probe)
      throws IOException {
    reset();
    try (RawClient client = RawClient.admin(dsql)) {
      for (JsonNode step : probe.get("steps")) {
        Answer answer = protocol.send(client, step.get("sql").asText());
        assertThat(answer.tag()).as(step.toString()).isEqualTo(step.path("tag").asText(""));
        assertThat(answer.sqlState())
            .as(step.toString())
            .isEqualTo(step.path("sqlstate").asText(""));
        assertThat(answer.message()).as(step.toString()).isEqualTo(step.path("message").asText(""));
        if (step.has("rows")) {
          assertThat(answer.rows()).as(step.toString()).isEqualTo(rows(step.get("rows")));
        }
      }
    }
  }

  private static List<List<String>> rows(JsonNode json) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : json) {
      rows.add(StreamSupport.stream(row.spliterator(), false).map(JsonNode::asText).toList());
    }
    return rows;
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("pairs")
  void twoSessionsAreAnsweredAsRecordedAndTheFirstCommitterWins(
      String name, Protocol protocol, Order order, JsonNode probe) throws IOException {
    reset();
    try (RawClient one = RawClient.admin(dsql);
        RawClient two = RawClient.admin(dsql)) {
      assertThat(protocol.send(one, "BEGIN").tag()).isEqualTo("BEGIN");
      assertThat(protocol.send(two, "BEGIN").tag()).isEqualTo("BEGIN");
      if (order.firstWrites()) {
        assertTag(protocol, one, probe.get("first"));
        assertTag(protocol, two, probe.get("second"));
      } else {
        assertTag(protocol, two, probe.get("second"));
        assertTag(protocol, one, probe.get("first"));
      }
      Answer winner = protocol.send(order.firstCommits() ? one : two, "COMMIT");
      Answer other = protocol.send(order.firstCommits() ? two : one, "COMMIT");
      assertThat(winner.tag()).isEqualTo("COMMIT");
      if (probe.get("oneLoses").asBoolean()) {
        assertThat(other.sqlState()).isEqualTo(PROBES.at("/conflict/sqlstate").asText());
        assertThat(other.message()).isEqualTo(PROBES.at("/conflict/message").asText());
      } else {
        assertThat(other.tag()).isEqualTo("COMMIT");
      }
      assertThat(one.status()).isEqualTo('I');
      assertThat(two.status()).isEqualTo('I');
    }
  }

  private static void assertTag(Protocol protocol, RawClient client, JsonNode step)
      throws IOException {
    Answer answer = protocol.send(client, step.get("sql").asText());
    assertThat(answer.message()).isEmpty();
    assertThat(answer.tag()).isEqualTo(step.get("tag").asText());
  }
}
