package io.quantedge.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.json.BidReader;
import io.quantedge.ingest.testing.HostileInputs;
import io.quantedge.ingest.testing.HostileInputs.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the published schemas to what the code accepts, refuses and writes. */
class SubmissionSchemaTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final JsonSchema submission = schema("bid-submission");
  private final JsonSchema rejection = schema("bid-rejection");

  @Test
  void shouldDescribeWhatTheCodeAccepts() throws IOException {
    List<Input> good = new ArrayList<>(HostileInputs.harmless("s"));
    good.removeIf(input -> input.name().equals("byte order mark"));
    for (Input input : good) {
      SubmissionReader.offer(BidReader.read(input.value()));
      assertThat(submission.validate(MAPPER.readTree(input.value()))).as(input.name()).isEmpty();
    }
  }

  @Test
  void shouldRefuseNothingThatTheCodeAccepts() {
    int compared = 0;
    for (Input input : HostileInputs.all("s")) {
      Optional<JsonNode> json = parsed(input);
      if (json.isPresent() && !submission.validate(json.get()).isEmpty()) {
        compared++;
        assertThat(isAccepted(input)).as(input.name()).isFalse();
      }
    }
    assertThat(compared).isGreaterThan(150);
  }

  @Test
  void shouldLeaveToTheCodeOnlyWhatASchemaCannotSay() {
    List<String> left = new ArrayList<>();
    for (Input input : HostileInputs.all("s")) {
      if (input.code().equals("INVALID_REQUEST")
          && parsed(input).filter(json -> submission.validate(json).isEmpty()).isPresent()) {
        left.add(input.name());
      }
    }

    assertThat(left)
        .as("sizes, repeated names, encodings, trailing text, and the values of decimal text")
        .allMatch(name ->
            name.contains("is the text")
                || name.contains("comes twice")
                || name.contains("followed by")
                || name.contains(" deep")
                || name.contains("a long n")
                || name.startsWith("in UTF-")
                || name.contains("in ignored")
                || name.contains("in a name")
                || name.equals("currency is XXY")
                || name.equals("latencyMs has an exponent")
                || name.matches(
                    "(amount|qualityScore) is .*(0\\.0*1|1e-5|0\\.1|5\\.0|99\\.9|1e-9).*"));
  }

  @Test
  void shouldDescribeWhatIsWrittenOfARejection() throws IOException {
    RejectedSubmission full =
        new RejectedSubmission(
            new RejectedSubmission.Source("bid-submissions", 3, 17),
            Optional.of("k"),
            Optional.of("b"),
            Optional.of("s"),
            "BELOW_FLOOR",
            "too low",
            Instant.parse("2026-01-31T12:00:00.123Z"),
            "{}");
    RejectedSubmission bare =
        new RejectedSubmission(
            full.source(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "INVALID_REQUEST",
            "no JSON",
            full.rejectedAt(),
            "");
    for (RejectedSubmission each : List.of(full, bare)) {
      byte[] json = EventCodec.REJECTED_SUBMISSION.encode(each);
      assertThat(rejection.validate(MAPPER.readTree(json)))
          .as(new String(json, StandardCharsets.UTF_8))
          .isEmpty();
    }
    assertThat(rejection.validate(MAPPER.readTree("{\"code\":\"x\"}"))).isNotEmpty();
  }

  private static boolean isAccepted(Input input) {
    try {
      SubmissionReader.offer(BidReader.read(input.value()));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private static Optional<JsonNode> parsed(Input input) {
    try {
      return Optional.of(MAPPER.readTree(input.value()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            SubmissionSchemaTest.class.getResourceAsStream("/schemas/" + name + ".schema.json"));
  }
}
