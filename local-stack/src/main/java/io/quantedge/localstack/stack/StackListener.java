package io.quantedge.localstack.stack;

/** Is told what happens to a stack. Called from several threads; must return quickly. */
public interface StackListener {
  /** Nothing stands in the way: the parts are started now. */
  void starting(int allParts);

  /** A part became ready while the stack starts. */
  void ready(String part, int readyParts, int allParts);

  /** Something that a person should read, in one line. */
  void message(String line);

  /** The running stack has failed and is about to be stopped. */
  void failed(String reason);
}
