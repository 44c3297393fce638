package io.quantedge.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory processes hold, in KiB: by Linux' /proc, else by {@code ps}. */
public final class ResidentMemory {
  private ResidentMemory() {}

  /** Resident set of one process; 0 if it is gone. */
  public static long kibibytes(long pid) {
    return field(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:")
        .orElseGet(() -> byPs(pid));
  }

  /**
   * A process with its descendants. Processes that share memory are counted by their proportional
   * share where the system tells it.
   */
  public static long kibibytesOfTree(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToLong(process -> proportionalShare(process.pid()))
        .sum();
  }

  private static long proportionalShare(long pid) {
    return field(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:")
        .orElseGet(() -> kibibytes(pid));
  }

  static OptionalLong field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }

  static long byPs(long pid) {
    if (Files.isDirectory(Path.of("/proc/self"))) {
      return 0;
    }
    try {
      Process ps =
          new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)))
              .redirectErrorStream(true)
              .start();
      String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String digits = answer.replaceAll("\\D", "");
      return digits.isEmpty() ? 0 : Long.parseLong(digits);
    } catch (IOException e) {
      return 0;
    }
  }
}
