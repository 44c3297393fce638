package io.quantedge.localstack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a guarded child JVM. Immutable.
 *
 * @param jvmOptions options of the JVM, in order
 * @param classpath class path; must hold {@link GuardedMain}
 * @param mainClass the class to run
 * @param arguments its arguments
 */
public record JavaCommand(
    List<String> jvmOptions, String classpath, String mainClass, List<String> arguments) {
  /** Copies the lists. */
  public JavaCommand {
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
  }

  /**
   * The words of the command. A shell that ignores SIGINT and SIGHUP comes first and then becomes
   * the JVM: Ctrl-C on a terminal goes to every process of the group, and the children must end in
   * order, by their parent's word alone.
   */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(jvmOptions);
    words.addAll(List.of("-cp", classpath, GuardedMain.class.getName()));
    words.add(Long.toString(ProcessHandle.current().pid()));
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }
}
