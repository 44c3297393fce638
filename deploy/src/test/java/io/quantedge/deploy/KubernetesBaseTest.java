package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubernetesBaseTest {
  private static final List<String> FOLDERS = List.of("deploy/kubernetes/base", "deploy/kafka");

  @Test
  void everyManifestHasOnlyFieldsThatKubernetesKnows() throws IOException {
    // A misspelt field is dropped by the API server without a word: what is written must come back.
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    KubernetesSerialization kubernetes = new KubernetesSerialization();
    int seen = 0;
    for (Path file : manifests()) {
      try (var documents = yaml.readerFor(ObjectNode.class).readValues(file.toFile())) {
        while (documents.hasNext()) {
          ObjectNode written = (ObjectNode) documents.next();
          if (written.path("kind").asText().equals("Kustomization")) {
            continue;
          }
          HasMetadata read =
              kubernetes.unmarshal(yaml.writeValueAsString(written), HasMetadata.class);
          assertThat(unknownFields(read)).as("%s in %s", written.path("kind"), file).isEmpty();
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(12);
  }

  @Test
  void kustomizeRendersTheBase() throws IOException, InterruptedException {
    assumeTrue(isOnPath("kubectl"), "kubectl is not installed: the base is not rendered here");
    Process process =
        new ProcessBuilder(
                "kubectl", "kustomize", ProjectFiles.path("deploy/kubernetes/base").toString())
            .redirectErrorStream(true)
            .start();
    String rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(rendered).isZero();
    assertThat(rendered)
        .contains("name: ingest-service")
        .contains("name: evaluator-service")
        .contains("name: settlement-service")
        .contains("name: telemetry-service")
        .contains("name: settlement-schema")
        .contains("auction-events 12 delete");
  }

  @Test
  void noPodHasAPasswordOrAKeyForTheTruthStore() throws IOException {
    for (Path file : manifests()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain("kind: Secret", "PASSWORD", "AWS_SECRET_ACCESS_KEY", "DATASOURCE");
    }
    for (String user : List.of("settlement-service", "telemetry-service", "settlement-schema")) {
      assertThat(ProjectFiles.read("deploy/kubernetes/base/" + user + ".yaml"))
          .contains("eks.amazonaws.com/role-arn", "serviceAccountName: " + user)
          .contains("name: truth-store");
    }
  }

  @Test
  void onlyTheJobChangesTheSchema() {
    assertThat(ProjectFiles.read("deploy/kubernetes/base/settlement-schema.yaml"))
        .containsPattern("SCHEMA_APPLY\\s+value: AND_EXIT");
    assertThat(ProjectFiles.read("deploy/kubernetes/base/settlement-service.yaml"))
        .containsPattern("SCHEMA_APPLY\\s+value: NEVER");
  }

  private static List<Path> manifests() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> entries = Files.list(ProjectFiles.path(folder))) {
        entries.filter(path -> path.toString().endsWith(".yaml")).forEach(files::add);
      }
    }
    return files;
  }

  /** Walks the model: fields that it has no name for end up in "additional properties". */
  private static List<String> unknownFields(Object model) {
    List<String> unknown = new ArrayList<>();
    UnknownFields.collect(model, "", unknown);
    return unknown;
  }

  private static boolean isOnPath(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
