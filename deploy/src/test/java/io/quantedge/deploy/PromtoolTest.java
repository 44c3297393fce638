package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prometheus' own tool takes the configuration and the rules, and finds that alerts fire. */
class PromtoolTest {
  private static final Path FOLDER = ProjectFiles.path(PrometheusRules.FOLDER);

  @BeforeEach
  void skipWithoutPromtool() {
    assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Path.of(folder, "promtool").toFile().canExecute()),
        "promtool is not installed: the rules of Prometheus are not tested (Debian: apt-get install"
            + " prometheus)");
  }

  @Test
  void takesTheConfigurationAndTheRulesThatItNames() throws Exception {
    promtool("check", Stream.of("config", FOLDER.resolve("prometheus.yml").toString()));
  }

  @Test
  void findsTheRulesWellFormed() throws Exception {
    promtool("check", Stream.concat(Stream.of("rules"), files("rules")));
  }

  @Test
  void findsThatEveryAlertFiresWhenItMustAndOnlyThen() throws Exception {
    promtool("test", Stream.concat(Stream.of("rules"), files("tests")));
  }

  private static Stream<String> files(String folder) {
    return PrometheusRules.ymlFiles(folder).map(Path::toString);
  }

  private static void promtool(String verb, Stream<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool", verb));
    command.addAll(arguments.toList());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(output).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
