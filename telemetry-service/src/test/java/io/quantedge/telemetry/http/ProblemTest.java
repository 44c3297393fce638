package io.quantedge.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void aProblemNamesItsTraceOnlyIfThereIsOne() throws JsonProcessingException {
    Problem untraced = new Problem("t", "Title", 404, "detail", "NOT_FOUND", "/", null);
    Problem traced = new Problem("t", "Title", 404, "detail", "NOT_FOUND", "/", "0af7");

    assertThat(members(untraced)).doesNotContainKey("traceId");
    assertThat(members(traced)).containsEntry("traceId", "0af7");
  }

  private Map<String, Object> members(Problem problem) throws JsonProcessingException {
    return mapper.readValue(mapper.writeValueAsString(problem), new TypeReference<>() {});
  }
}
