package io.quantedge.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of the checkout under test. */
final class ProjectFiles {
  private static final Path HOME = Path.of(System.getProperty("exchange.home", ".."));

  private ProjectFiles() {}

  static Path path(String relative) {
    return HOME.resolve(relative);
  }

  static String read(String relative) {
    try {
      return Files.readString(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
