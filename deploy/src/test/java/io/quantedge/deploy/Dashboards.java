package io.quantedge.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The provisioned dashboards. */
final class Dashboards {
  private static final String FOLDER = "deploy/grafana/dashboards";

  private Dashboards() {}

  static List<JsonNode> all() {
    try (Stream<Path> files = Files.list(ProjectFiles.path(FOLDER))) {
      return files.sorted().map(Dashboards::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The panels that show something. */
  static Stream<JsonNode> panels(JsonNode dashboard) {
    return stream(dashboard.path("panels"))
        .filter(panel -> !panel.path("type").asText().equals("row"));
  }

  static Stream<JsonNode> targets(JsonNode panel) {
    return stream(panel.path("targets"));
  }

  /** All expressions of all panels. */
  static List<String> expressions() {
    return all().stream()
        .flatMap(Dashboards::panels)
        .flatMap(Dashboards::targets)
        .map(target -> target.path("expr").asText())
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(Path file) {
    try {
      return Json.mapper().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("not a dashboard: " + file, e);
    }
  }
}
