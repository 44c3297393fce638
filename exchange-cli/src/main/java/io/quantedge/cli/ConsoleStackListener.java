package io.quantedge.cli;

import io.quantedge.localstack.stack.StackListener;
import java.util.function.Consumer;

/** Shows on the console what happens to a stack. */
record ConsoleStackListener(Console console, Consumer<String> onFailure) implements StackListener {
  @Override
  public void starting(int allParts) {
    console.begin("Starting the exchange", allParts);
  }

  @Override
  public void ready(String part, int readyParts, int allParts) {
    console.progress(readyParts);
    if (readyParts == allParts) {
      console.endProgress();
    }
  }

  @Override
  public void message(String line) {
    console.say(line);
  }

  @Override
  public void failed(String reason) {
    onFailure.accept(reason);
  }
}
