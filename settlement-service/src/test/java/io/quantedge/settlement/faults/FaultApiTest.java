package io.quantedge.settlement.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantedge.contracts.json.Json;
import io.quantedge.settlement.application.proof.ProofException;
import io.quantedge.settlement.config.ProofsConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class FaultApiTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger mendsToRefuse = new AtomicInteger();
  private volatile String state = "SERVING";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void cutsAndMends() {
    FaultApi api = api();

    api.cut("us-east-1");
    assertThat(state).isEqualTo("HANGING");
    api.mend("us-east-1");

    assertThat(state).isEqualTo("SERVING");
    assertThat(asked).hasSize(2);
  }

  @Test
  void mendsUntilItIsMended() {
    FaultApi api = api();
    api.cut("us-east-1");
    mendsToRefuse.set(2);

    api.mend("us-east-1");

    assertThat(state).isEqualTo("SERVING");
  }

  @Test
  void mendsWhatIsCutWhenTheProcessEnds() {
    FaultApi api = api();
    api.cut("us-east-1");

    api.onStop(new ShutdownEvent());

    assertThat(state).isEqualTo("SERVING");
    assertThatThrownBy(() -> api.cut("us-east-1")).hasMessageContaining("the process ends");
    assertThat(state).isEqualTo("SERVING");
  }

  @Test
  void touchesNothingThatSomebodyElseHasCut() {
    state = "REFUSING";
    FaultApi api = api();

    assertThatThrownBy(() -> api.cut("us-east-1"))
        .isInstanceOf(ProofException.class)
        .hasMessageContaining("is REFUSING already")
        .hasMessageContaining("curl -X PUT");
    api.mend("us-east-1");

    assertThat(state).isEqualTo("REFUSING");
    assertThat(asked).isEmpty();
  }

  @Test
  void saysHowToMendWhatItCannotMend() {
    FaultApi api = api();
    api.cut("us-east-1");
    mendsToRefuse.set(100);

    assertThatThrownBy(() -> api.mend("us-east-1"))
        .hasMessageContaining("is still cut")
        .hasMessageContaining("/v1/endpoints/us-east-1 -d '{\"state\":\"SERVING\"}'");
  }

  @Test
  void withoutAnAddressThereIsNothingToCut() {
    FaultApi api = new FaultApi(config(Optional.empty()), Json.mapper());

    assertThat(api.whyNot())
        .hasValueSatisfying(
            why -> assertThat(why).contains("exchange.settlement.proofs.fault-api"));
  }

  private FaultApi api() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return new FaultApi(config(Optional.of(URI.create(address))), Json.mapper());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int status = 200;
      if (exchange.getRequestMethod().equals("PUT")) {
        asked.add(body);
        if (body.contains("SERVING") && mendsToRefuse.getAndDecrement() > 0) {
          status = 500;
        } else {
          state = body.contains("SERVING") ? "SERVING" : "HANGING";
        }
      }
      byte[] answer =
          ("{\"faults\":{\"endpoints\":{\"us-east-1\":\"" + state + "\"}}}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static ProofsConfig config(Optional<URI> faultApi) {
    Map<String, String> values = new HashMap<>();
    faultApi.ifPresent(uri -> values.put("exchange.settlement.proofs.fault-api", uri.toString()));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(ProofsConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(ProofsConfig.class);
  }
}
