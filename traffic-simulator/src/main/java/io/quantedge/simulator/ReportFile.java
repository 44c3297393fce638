package io.quantedge.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes reports so that a file is either the old one or the whole new one, never a part. */
final class ReportFile {
  private ReportFile() {}

  /**
   * @throws IOException if the file cannot be written; nothing is left behind then
   */
  static void write(Path file, String text) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException("the report must be a file; it was " + file);
    }
    Path draft = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
