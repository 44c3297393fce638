package io.quantedge.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out who listens on a port, for the message that says it is taken. */
public final class PortHolder {
  private static final String LISTEN = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private PortHolder() {}

  /** The process that listens on the port, as "pid 4711 (java)"; empty if that cannot be seen. */
  public static Optional<String> of(int port) {
    Optional<Long> pid = byProc(port).or(() -> byLsof(port));
    return pid.map(id -> "pid " + id + nameOf(id));
  }

  private static String nameOf(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> " (" + Path.of(command).getFileName() + ")")
        .orElse("");
  }

  private static Optional<Long> byProc(int port) {
    Set<String> sockets =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(table -> linesOf(Path.of(table)))
            .flatMap(line -> inodeOfListener(line, port).stream())
            .map("socket:[%s]"::formatted)
            .collect(Collectors.toSet());
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holdsOneOf(pid, sockets))
        .findFirst();
  }

  /** The socket's inode if the line of /proc/net/tcp is of a listener on the port. */
  static Optional<String> inodeOfListener(String line, int port) {
    String[] fields = line.strip().split("\\s+");
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    return fields.length > INODE
            && fields[LOCAL_ADDRESS].endsWith(suffix)
            && fields[STATE].equals(LISTEN)
        ? Optional.of(fields[INODE])
        : Optional.empty();
  }

  private static boolean holdsOneOf(long pid, Set<String> sockets) {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static Stream<String> linesOf(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Optional<Long> byLsof(int port) {
    List<String> words = List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t");
    try {
      Process lsof =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .map(line -> Long.parseLong(line.strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
