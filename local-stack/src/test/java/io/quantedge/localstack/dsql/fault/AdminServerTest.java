package io.quantedge.localstack.dsql.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.localstack.DsqlFaults;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminServerTest {
  private final Faults faults = new Faults(List.of("us-east-1", "eu-west-1"));
  private final AdminServer server = new AdminServer(0, faults, () -> Map.of("commits", 3));
  private final DsqlFaults client = new DsqlFaults(server.uri());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    http.close();
    server.close();
  }

  @Test
  void itListensOnTheLoopbackAddressOnly() throws Exception {
    assertThat(InetAddress.getByName(server.uri().getHost()).isLoopbackAddress()).isTrue();
  }

  @Test
  void whatTheClientAsksForHappens() {
    client.conflictNext("OC001", 1);
    client.cutNext(Cut.BEFORE_COMMIT, 1);
    client.latency(LatencyPreset.SINGLE_REGION);
    client.endpoint("eu-west-1", EndpointState.REFUSING);

    assertThat(faults.conflictAtCommit()).contains("OC001");
    assertThat(faults.cutAtCommit()).isEqualTo(Cut.BEFORE_COMMIT);
    assertThat(faults.commitDelayMillis()).isEqualTo(Latency.SINGLE_REGION.commitMillis());
    assertThat(faults.endpoint("eu-west-1")).isEqualTo(EndpointState.REFUSING);
  }

  @Test
  void theStateShowsWhatIsPlannedBesideWhatHappened() {
    client.conflictWithProbability("OC000", 0.3, 7);
    client.latency(1, 2);

    JsonNode state = client.state();

    assertThat(state.at("/commits").intValue()).isEqualTo(3);
    assertThat(state.at("/faults/conflicts/probability").doubleValue()).isEqualTo(0.3);
    assertThat(state.at("/faults/latency/commitMillis").intValue()).isEqualTo(2);
    assertThat(state.at("/faults/endpoints/us-east-1").textValue()).isEqualTo("SERVING");
  }

  @Test
  void clearingEndsAllFaults() {
    client.conflictNext("OC000", 9);
    client.endpoint("us-east-1", EndpointState.HANGING);

    client.clear();

    assertThat(faults.conflictAtCommit()).isEmpty();
    assertThat(faults.endpoint("us-east-1")).isEqualTo(EndpointState.SERVING);
  }

  @Test
  void theClientTellsTheReasonOfARefusal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.conflictNext("OC007", 1))
        .withMessageContaining("code is OC000 or OC001, but was OC007");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.endpoint("mars", EndpointState.SERVING))
        .withMessageContaining("/v1/endpoints/mars");
  }

  @Test
  void theClientTellsWhereNobodyAnswers() {
    server.close();

    assertThatThrownBy(client::state)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(server.uri().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/v1/faults/conflicts|{|400|not JSON",
        "PUT|/v1/faults/conflicts|[]|400|JSON object",
        "PUT|/v1/faults/conflicts|{\"code\":\"OC000\"}|400|[code, probability, seed]",
        "PUT|/v1/faults/conflicts|{\"code\":\"OC000\",\"next\":\"3\"}|400|next has to be an integer",
        "PUT|/v1/faults/conflicts|{\"code\":\"OC000\",\"next\":1,\"x\":1}|400|[code, next, x]",
        "PUT|/v1/faults/cuts|{\"when\":\"LATER\",\"next\":1}|400|but was LATER",
        "PUT|/v1/faults/latency|{\"preset\":\"MARS\"}|400|but was MARS",
        "PUT|/v1/faults/latency|{\"statementMillis\":-1,\"commitMillis\":0}|400|but was -1",
        "PUT|/v1/endpoints/us-east-1|{\"state\":\"OFF\"}|400|but was OFF",
        "PUT|/v1/endpoints/mars|{\"state\":\"SERVING\"}|404|/v1/endpoints/mars",
        "GET|/v1/nothing||404|/v1/nothing",
        "POST|/v1/state||405|takes GET",
        "GET|/v1/faults/cuts||405|takes PUT"
      })
  void whatIsWrongIsAProblemWithItsReason(
      String method, String path, String body, int status, String detail) throws Exception {
    HttpResponse<String> response = send(method, path, body == null ? "" : body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(response.body());
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    assertThat(problem.path("detail").textValue()).contains(detail);
  }

  @Test
  void aBodyWithoutEndIsRefused() throws Exception {
    assertThat(send("PUT", "/v1/faults/cuts", " ".repeat(4_097)).statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.uri().resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
