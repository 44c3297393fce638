package io.quantedge.localstack.stack;

import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.part.Postmaster;
import io.quantedge.localstack.process.ResidentMemory;
import io.quantedge.localstack.stack.StackState.PartState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one part is now.
 *
 * @param name its name
 * @param health whether it runs and serves
 * @param pid its process; meaningless if it is down
 * @param port the port for its clients
 * @param residentMiB memory of its processes
 * @param restarts how often it was started again
 * @param log what it prints
 */
public record PartStatus(
    String name, Health health, long pid, int port, long residentMiB, int restarts, Path log) {
  private static final int KIBIBYTES = 1024;

  /** Whether a part runs and serves. */
  public enum Health {
    /** It answers as it should. */
    READY,
    /** Its process runs, but it does not serve (yet). */
    NOT_READY,
    /** It has no process. */
    DOWN
  }

  /** Looks at every part that the state names, by asking the parts themselves. */
  public static List<PartStatus> inspect(StackConfig config, StackState state) {
    StackConfig running =
        config.withPortOffset(state.portOffset()).withContenders(state.contenders());
    Map<String, PartState> parts =
        state.parts().stream().collect(Collectors.toMap(PartState::name, Function.identity()));
    return running.parts().stream()
        .flatMap(blueprint ->
            Optional.ofNullable(parts.get(blueprint.name())).stream()
                .map(part -> inspect(running, part, blueprint)))
        .toList();
  }

  private static PartStatus inspect(StackConfig config, PartState part, Blueprint blueprint) {
    boolean alive = part.process().isPresent();
    Health health = !alive ? Health.DOWN : blueprint.isReady() ? Health.READY : Health.NOT_READY;
    long memory = alive ? residentKibibytes(config, part.name(), part.pid()) / KIBIBYTES : 0;
    return new PartStatus(
        part.name(), health, part.pid(), part.port(), memory, part.restarts(), part.log());
  }

  static long residentKibibytes(StackConfig config, String name, long pid) {
    long own = ResidentMemory.kibibytes(pid);
    return name.equals("postgres")
        ? own
            + Postmaster.in(config.dataOf(name))
                .map(postmaster -> ResidentMemory.kibibytesOfTree(postmaster.process()))
                .orElse(0L)
        : own;
  }
}
