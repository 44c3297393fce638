package io.quantedge.bench;

/** What came of a benchmark. */
public interface Report {
  /** For people, as Markdown. */
  String text();

  /** The same for programs: something that can be written as JSON. */
  Object json();
}
