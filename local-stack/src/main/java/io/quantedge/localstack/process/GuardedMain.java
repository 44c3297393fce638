package io.quantedge.localstack.process;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs another main class and ends the JVM when the process that started it is gone, so that even a
 * killed launcher leaves no orphan. It uses nothing but the JDK, so it can stand on the class path
 * of any application.
 */
public final class GuardedMain {
  /** Exit code of a JVM that ended because its parent did. */
  public static final int PARENT_GONE = 143;

  private static final int FAILED = 1;
  private static final long EXIT_GRACE_MILLIS = 15_000;

  private GuardedMain() {}

  /**
   * @param args pid of the parent, name of the main class, and its arguments
   */
  public static void main(String[] args) {
    if (args.length < 2) {
      System.err.println("usage: GuardedMain PARENT_PID MAIN_CLASS [ARGUMENT...]");
      System.exit(2);
    }
    watch(Long.parseLong(args[0]));
    String[] rest = Arrays.copyOfRange(args, 2, args.length);
    try {
      Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      fail(Optional.ofNullable(e.getCause()).orElse(e));
    } catch (ReflectiveOperationException e) {
      fail(e);
    }
  }

  /** Ends the JVM, whatever threads an application that could not start has left. */
  private static void fail(Throwable cause) {
    cause.printStackTrace();
    System.exit(FAILED);
  }

  private static void watch(long parentPid) {
    Optional<ProcessHandle> parent =
        ProcessHandle.current().parent().filter(handle -> handle.pid() == parentPid);
    if (parent.isEmpty()) {
      System.exit(PARENT_GONE);
    }
    Thread.ofPlatform()
        .daemon()
        .name("parent-watch")
        .start(() -> parent.ifPresent(GuardedMain::exitAfter));
  }

  private static void exitAfter(ProcessHandle parent) {
    parent.onExit().join();
    Thread.ofPlatform().daemon().name("exit-deadline").start(GuardedMain::haltAfterGrace);
    System.exit(PARENT_GONE);
  }

  private static void haltAfterGrace() {
    try {
      TimeUnit.MILLISECONDS.sleep(EXIT_GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
