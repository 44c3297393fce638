package io.quantedge.telemetry.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.telemetry.application.proof.ProofName;
import io.quantedge.telemetry.application.proof.ProofOffer;
import io.quantedge.telemetry.application.proof.ProofRunner;
import io.quantedge.telemetry.application.proof.ProofSide;
import io.quantedge.telemetry.config.ProofsConfig;
import io.quantedge.telemetry.sources.SettlementHttp.Answer;
import io.quantedge.telemetry.sources.SettlementHttp.NoAnswerException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Settlement-service runs the proofs, one side at a time. Thread-safe. */
@Singleton
class SettlementProofs implements ProofRunner {
  private static final String PATH = "/v1/proofs";
  private static final String BUSY = "PROOF_RUNNING";
  private static final int MAX_OFFER_BYTES = 1 << 16;
  private static final int NOT_FOUND = 404;

  private final SettlementHttp http;
  private final ProofsConfig config;

  SettlementProofs(SettlementHttp http, ProofsConfig config) {
    this.http = http;
    this.config = config;
  }

  @Override
  public Uni<ProofOffer> offer() {
    return http.get(PATH, Duration.ofMillis(config.offerTimeoutMillis()), MAX_OFFER_BYTES)
        .map(SettlementProofs::offer)
        .onFailure(NoAnswerException.class)
        .recoverWithItem(failure -> ProofOffer.none(String.valueOf(failure.getMessage())));
  }

  private static ProofOffer offer(Answer answer) {
    if (answer.status() == NOT_FOUND) {
      return ProofOffer.none("settlement-service offers no proofs");
    }
    if (!answer.isOk()) {
      return ProofOffer.none(answer.problem());
    }
    if (!answer.body().path("enabled").asBoolean()) {
      return ProofOffer.none(
          text(answer.body(), "whyNot").orElse("proofs are switched off in settlement-service"));
    }
    Map<ProofName, ProofOffer.Kind> kinds = new EnumMap<>(ProofName.class);
    for (JsonNode kind : answer.body().path("kinds")) {
      // A proof that is newer than this process is left out.
      Arrays.stream(ProofName.values())
          .filter(name -> name.name().equals(kind.path("kind").asText()))
          .forEach(name -> kinds.put(name, kind(kind)));
    }
    return new ProofOffer(Optional.empty(), kinds);
  }

  private static ProofOffer.Kind kind(JsonNode kind) {
    Optional<String> whyNot =
        kind.path("available").asBoolean()
            ? Optional.empty()
            : Optional.of(text(kind, "whyNot").orElse("settlement-service does not say why"));
    List<ProofOffer.Parameter> parameters =
        StreamSupport.stream(kind.path("parameters").spliterator(), false)
            .map(SettlementProofs::parameter)
            .toList();
    return new ProofOffer.Kind(whyNot, parameters);
  }

  private static ProofOffer.Parameter parameter(JsonNode parameter) {
    return new ProofOffer.Parameter(
        parameter.path("name").asText(),
        parameter.path("min").asLong(),
        parameter.path("max").asLong(),
        parameter.path("default").asLong(),
        parameter.path("meaning").asText());
  }

  @Override
  public Uni<ProofSide> run(ProofName proof, Map<String, Long> parameters, boolean guarded) {
    Map<String, Object> body = new LinkedHashMap<>(parameters);
    body.put("guarded", guarded);
    Duration timeout = Duration.ofSeconds(config.sideTimeoutSeconds());
    return http.post(PATH + "/" + proof, json(body), timeout, config.maxSideBytes())
        .map(SettlementProofs::side)
        .onFailure(NoAnswerException.class)
        .transform(failure -> new FailedException(String.valueOf(failure.getMessage())));
  }

  private static ProofSide side(Answer answer) {
    if (answer.code().equals(BUSY)) {
      throw new BusyException(answer.problem());
    }
    JsonNode side = answer.body();
    if (!answer.isOk()) {
      throw new FailedException(answer.problem());
    }
    if (!side.path("guarded").isBoolean()
        || !side.path("holds").isBoolean()
        || !side.path("sentence").isTextual()
        || !side.path("figures").isArray()
        || !side.path("timeline").isArray()) {
      throw new FailedException("settlement-service answered 200 with something that is no proof");
    }
    return new ProofSide(
        side.path("guarded").asBoolean(),
        side.path("holds").asBoolean(),
        side.path("sentence").asText(),
        answer.text());
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static String json(Map<String, Object> body) {
    try {
      return Json.mapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers by name are always JSON", e);
    }
  }
}
