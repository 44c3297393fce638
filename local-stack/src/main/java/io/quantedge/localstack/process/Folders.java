package io.quantedge.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes folders; symbolic links are removed, not followed. */
public final class Folders {
  private Folders() {}

  /**
   * Deletes the folder and all in it; does nothing if there is none.
   *
   * @throws IOException if something in it cannot be deleted
   */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> leavesFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : leavesFirst) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      // It is gone, which is what was asked for.
    }
  }

  /** Deletes as {@link #delete}; what cannot be deleted stays. */
  public static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException | java.io.UncheckedIOException e) {
      System.err.println("left behind: " + folder + " (" + e + ")");
    }
  }
}
