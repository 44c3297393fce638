package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;

/** Where the launcher script hands over. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    ExchangeHome home;
    try {
      home = ExchangeHome.find();
    } catch (IllegalStateException e) {
      System.err.println("exchange: " + e.getMessage());
      System.exit(ExitCode.USAGE);
      return;
    }
    System.exit(ExchangeCommand.commandLine(home, Console.ofSystem()).execute(args));
  }
}
