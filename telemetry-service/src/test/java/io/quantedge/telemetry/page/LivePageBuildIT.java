package io.quantedge.telemetry.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The built page is committed, so it could differ from its sources: here it is built again and
 * compared. Where Node.js or the page's dependencies cannot be had, this is skipped and says so.
 */
class LivePageBuildIT {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path SOURCES = MODULE.resolve("src/main/webapp");
  private static final Path COMMITTED = MODULE.resolve("src/main/resources/META-INF/resources");
  private static final Path LOG = MODULE.resolve("target/live-page-build.log");

  @BeforeAll
  static void dependencies() {
    assumeTrue(
        succeeds("node", "--version") && succeeds("npm", "--version"),
        "Node.js or npm is not installed: the committed page is not compared with its sources");
    assumeTrue(
        Files.isDirectory(SOURCES.resolve("node_modules/vite")) || succeeds("npm", "ci"),
        "the page's dependencies cannot be installed (see " + LOG + "): it is not compared");
  }

  @Test
  void theCommittedPageIsWhatItsSourcesBuild() throws IOException {
    Path built = MODULE.resolve("target/live-page-build");

    boolean succeeded =
        succeeds("npm", "run", "build", "--", "--outDir", built.toString(), "--logLevel", "warn");

    assertThat(succeeded).as("npm run build; see %s", LOG).isTrue();
    assertThat(content(COMMITTED))
        .as("run `npm run build` in %s and commit the result", MODULE.relativize(SOURCES))
        .isEqualTo(content(built));
  }

  @Test
  void thePagesOwnTestsPass() {
    assertThat(succeeds("npm", "test")).as("npm test; see %s", LOG).isTrue();
  }

  @Test
  void theLockFileNamesNoRegistry() throws IOException {
    assertThat(Files.readString(SOURCES.resolve("package-lock.json")))
        .doesNotContain("\"resolved\"");
    assertThat(Files.readString(SOURCES.resolve(".npmrc"))).doesNotContain("//");
  }

  private static SortedMap<String, String> content(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(SOURCES.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
              .start();
      if (process.waitFor(3, TimeUnit.MINUTES)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
