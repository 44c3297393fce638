package io.quantedge.settlement.dsql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The migrations that this build brings along. */
final class MigrationFiles {
  private static final String FOLDER = "/db/migration/";

  private MigrationFiles() {}

  /**
   * In order of version. They are listed in {@code index.txt}, because a packaged application
   * cannot list a folder of its class path.
   */
  static List<Migration> all() {
    return read("index.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .map(name -> Migration.of(name, read(name)))
        .toList();
  }

  private static String read(String name) {
    try (InputStream stream = MigrationFiles.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("the file " + FOLDER + name + " is not in this build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }
}
