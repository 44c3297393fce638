package io.quantedge.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {
  private final Map<String, Map<String, Object>> services = services();

  @Test
  void startsTheStoresTheServicesAndTheirObservers() {
    assertThat(services)
        .containsOnlyKeys(
            "kafka",
            "create-topics",
            "dynamodb",
            "postgres",
            "dsql",
            "settlement-schema",
            "ingest-service",
            "evaluator-service",
            "settlement-service",
            "telemetry-service",
            "prometheus",
            "grafana");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ingest-service", "evaluator-service", "settlement-service", "telemetry-service"})
  void buildsEachServiceFromTheOnePatternAndWaitsForItsTopics(String name) {
    Map<String, Object> service = requireNonNull(services.get(name));
    assertThat(service.get("build"))
        .isEqualTo(
            Map.of(
                "context",
                ".",
                "dockerfile",
                "deploy/docker/Dockerfile",
                "args",
                Map.of("SERVICE", name)));
    assertThat(map(service.get("depends_on"))).containsKey("create-topics");
    assertThat(map(service.get("environment")))
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
  }

  @Test
  void publishesOnLoopbackOnly() {
    services
        .values()
        .forEach(service ->
            assertThat((List<?>) service.getOrDefault("ports", List.of()))
                .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:")));
  }

  @Test
  void mountsOnlyWhatTheCheckoutHas() {
    services
        .values()
        .forEach(service ->
            assertThat((List<?>) service.getOrDefault("volumes", List.of()))
                .filteredOn(volume -> ((String) volume).startsWith("."))
                .allSatisfy(volume -> {
                  Path source = ProjectFiles.path(((String) volume).split(":")[0]);
                  assertThat(Files.exists(source)).as(source.toString()).isTrue();
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dsql", "settlement-schema", "settlement-service", "telemetry-service"})
  void whoTalksToTheTruthStoreSharesItsLoopbackAndItsAuthority(String name) {
    Map<String, Object> service = requireNonNull(services.get(name));

    assertThat(service).containsEntry("network_mode", "service:postgres");
    assertThat((List<?>) requireNonNull(service.get("volumes")))
        .asString()
        .contains("dsql-identity:/identity");
    if (!name.equals("dsql")) {
      assertThat(map(service.get("environment")).toString()).contains("CA_FILE=/identity/ca.pem");
    }
  }

  @Test
  void theSchemaIsInPlaceBeforeAServiceNeedsIt() {
    assertThat(map(requireNonNull(services.get("settlement-schema")).get("environment")))
        .containsEntry("EXCHANGE_SETTLEMENT_SCHEMA_APPLY", "AND_EXIT");
    for (String name : List.of("settlement-service", "telemetry-service")) {
      assertThat(map(requireNonNull(services.get(name)).get("depends_on")))
          .containsEntry(
              "settlement-schema", Map.of("condition", "service_completed_successfully"));
    }
  }

  private static Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Map<String, Object>>> compose =
        new Yaml().load(ProjectFiles.read("docker-compose.yml"));
    return requireNonNull(compose.get("services"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) requireNonNull(value);
  }
}
