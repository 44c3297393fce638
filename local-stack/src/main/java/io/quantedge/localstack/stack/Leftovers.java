package io.quantedge.localstack.stack;

import io.quantedge.localstack.part.Postmaster;
import io.quantedge.localstack.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends what a stack left running whose supervisor was killed. Only processes that the stack wrote
 * down, each told by its id and its start; nothing is ever searched by name.
 */
public final class Leftovers {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Leftovers() {}

  /**
   * Ends the parts of the folder's last stack and removes its state file. The supervisor itself is
   * not touched.
   *
   * @return how many processes still ran
   * @throws IOException if the state file cannot be removed
   * @throws StackException if something cannot be ended
   */
  public static int end(Path folder) throws IOException {
    Optional<StackState> state = StackState.read(folder);
    List<ProcessHandle> running =
        Stream.concat(
                state.stream()
                    .flatMap(written -> written.parts().stream())
                    .flatMap(part -> part.process().stream()),
                Postmaster.in(folder.resolve("data").resolve("postgres"))
                    .map(Postmaster::process)
                    .stream())
            .toList();
    if (!Processes.end(running, GRACE)) {
      throw new StackException(
          StackException.Reason.FOLDER_UNUSABLE,
          "processes of an earlier stack cannot be ended: %s"
              .formatted(running.stream().map(ProcessHandle::pid).toList()));
    }
    StackState.delete(folder);
    return running.size();
  }
}
