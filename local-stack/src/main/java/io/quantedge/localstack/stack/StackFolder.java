package io.quantedge.localstack.stack;

import io.quantedge.localstack.process.Folders;
import io.quantedge.localstack.stack.StackException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a stack, held by one supervisor at a time: a lock on a file, which the system gives
 * back even if the holder is killed.
 */
final class StackFolder implements AutoCloseable {
  private static final long MIN_FREE_MEBIBYTES = 512;
  private static final int MEBIBYTE_SHIFT = 20;

  private final FileChannel channel;

  private StackFolder(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder, ends what a killed stack left running in it, and empties its data.
   *
   * @throws StackException if another stack holds it, or it cannot be written, or it is nearly full
   */
  static StackFolder take(StackConfig config) {
    Path folder = config.folder();
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("stack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw alreadyRunning(folder);
      }
      StackFolder taken = new StackFolder(channel);
      taken.prepare(config);
      return taken;
    } catch (IOException e) {
      throw new StackException(
          Reason.FOLDER_UNUSABLE,
          "%s cannot be used (%s): it must be a writable folder with %d MiB free"
              .formatted(folder, e, MIN_FREE_MEBIBYTES));
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static StackException alreadyRunning(Path folder) {
    String holder =
        StackState.read(folder)
            .map(state ->
                "pid %d, running since %s"
                    .formatted(
                        state.supervisorPid(),
                        Instant.ofEpochSecond(state.supervisorStartedAt().getEpochSecond())))
            .orElse("it has just started");
    return new StackException(
        Reason.ALREADY_RUNNING,
        "a stack already runs in %s (%s); stop it with ./exchange down, or Ctrl-C where it was started"
            .formatted(folder, holder));
  }

  private void prepare(StackConfig config) throws IOException {
    try {
      Leftovers.end(config.folder());
      Folders.delete(config.data());
      Files.createDirectories(config.data());
      Files.createDirectories(config.logs());
      for (String part : config.partNames()) {
        Files.deleteIfExists(config.logs().resolve(part + ".log"));
      }
      long free = Files.getFileStore(config.folder()).getUsableSpace() >> MEBIBYTE_SHIFT;
      if (free < MIN_FREE_MEBIBYTES) {
        throw new IOException("only %d MiB are free".formatted(free));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.err.println("the lock of the stack's folder was not given back: " + e);
    }
  }
}
