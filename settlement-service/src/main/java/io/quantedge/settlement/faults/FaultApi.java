package io.quantedge.settlement.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.settlement.application.proof.NetworkFaults;
import io.quantedge.settlement.application.proof.ProofException;
import io.quantedge.settlement.application.proof.ProofException.Reason;
import io.quantedge.settlement.config.ProofsConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Cuts and mends through the fault API of the local Aurora DSQL. What it has cut it mends when the
 * process ends, too. Thread-safe; blocks.
 */
@Singleton
class FaultApi implements NetworkFaults {
  private static final Logger log = Logger.getLogger(FaultApi.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
  private static final int TRIES = 5;
  private static final int OK = 200;
  private static final String SERVING = "SERVING";
  private static final String HANGING = "HANGING";
  private static final String NOT_CONFIGURED =
      "no endpoint may be cut here: exchange.settlement.proofs.fault-api names no fault API. It is"
          + " for a store that nobody else depends on";

  private final Optional<URI> address;
  private final ObjectMapper json;
  private volatile boolean ending;
  private volatile Optional<String> cutRegion = Optional.empty();

  FaultApi(ProofsConfig config, ObjectMapper json) {
    this.address = config.faultApi();
    this.json = json;
  }

  void onStop(@Observes ShutdownEvent event) {
    ending = true;
    cutRegion.ifPresent(this::mend);
  }

  @Override
  public Optional<String> whyNot() {
    return address.isPresent() ? Optional.empty() : Optional.of(NOT_CONFIGURED);
  }

  @Override
  public void requireServing(String region) {
    String state = stateOf(region);
    if (!state.equals(SERVING)) {
      throw new ProofException(
          Reason.FAILED,
          "the endpoint in "
              + region
              + " is "
              + state
              + " already, and not by this proof; "
              + howToMend(region));
    }
  }

  @Override
  public synchronized void cut(String region) {
    requireServing(region);
    if (ending) {
      throw new ProofException(Reason.FAILED, "nothing is cut any more: the process ends");
    }
    // Before it is asked for: an answer that is lost may mean that it was done.
    cutRegion = Optional.of(region);
    log.warnf("endpoint cut for a proof region=%s", region);
    put(region, HANGING);
  }

  @Override
  public synchronized void mend(String region) {
    if (!cutRegion.equals(Optional.of(region))) {
      return;
    }
    ProofException last = null;
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        put(region, SERVING);
        cutRegion = Optional.empty();
        log.warnf("endpoint mended after a proof region=%s", region);
        return;
      } catch (ProofException e) {
        last = e;
        pause();
      }
    }
    throw new ProofException(
        Reason.FAILED,
        "the endpoint in "
            + region
            + " is still cut, for its fault API does not mend it ("
            + (last == null ? "" : last.getMessage())
            + "); "
            + howToMend(region));
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      // The process ends; the tries that are left are all the more urgent.
    }
  }

  private String howToMend(String region) {
    return "mend it with: curl -X PUT "
        + uri("/v1/endpoints/" + region)
        + " -d '{\"state\":\"SERVING\"}'";
  }

  private String stateOf(String region) {
    String body = exchange(HttpRequest.newBuilder(uri("/v1/state")).GET());
    try {
      return json.readTree(body)
          .path("faults")
          .path("endpoints")
          .path(region)
          .asText("not an endpoint of this fault API");
    } catch (JsonProcessingException e) {
      throw failed("answers no JSON to GET /v1/state");
    }
  }

  private void put(String region, String state) {
    exchange(
        HttpRequest.newBuilder(uri("/v1/endpoints/" + region))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"state\":\"" + state + "\"}")));
  }

  private String exchange(HttpRequest.Builder request) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      HttpResponse<String> response =
          http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw failed("answers " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw failed("does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was not waited for: the process ends");
    }
  }

  private URI uri(String path) {
    return address
        .orElseThrow(() -> new ProofException(Reason.UNAVAILABLE, NOT_CONFIGURED))
        .resolve(path);
  }

  private ProofException failed(String what) {
    return new ProofException(
        Reason.FAILED, "the fault API at " + address.map(URI::toString).orElse("?") + " " + what);
  }
}
