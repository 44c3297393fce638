package io.quantedge.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.ingest.application.Receipt;
import io.quantedge.ingest.domain.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.OptionalInt;

/**
 * Writes what became of each line of a stream, a line for a line. Gathers lines until they are
 * taken, because one large write is cheaper than many small ones. Used by one thread.
 */
final class ResultLines {
  private final ObjectMapper mapper;
  private final String path;
  private final StringBuilder lines = new StringBuilder();

  /**
   * @param path where the stream was sent to, for the problems' {@code instance}
   */
  ResultLines(ObjectMapper mapper, String path) {
    this.mapper = mapper;
    this.path = path;
  }

  void accepted(long line, Receipt receipt) {
    begin(line, 202);
    lines.append(",\"receipt\":");
    Receipts.append(lines, receipt);
    lines.append("}\n");
  }

  void refused(long line, Refusal refusal) {
    problem(line, RefusalProblems.problem(refusal), RefusalProblems.retryAfterSeconds(refusal));
  }

  void broken(long line, Problem problem) {
    problem(line, problem, OptionalInt.empty());
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** What was gathered since the last time. */
  Buffer take() {
    Buffer taken = Buffer.buffer(lines.toString());
    lines.setLength(0);
    return taken;
  }

  private void problem(long line, Problem problem, OptionalInt retryAfterSeconds) {
    begin(line, problem.status());
    retryAfterSeconds.ifPresent(seconds -> lines.append(",\"retryAfterSeconds\":").append(seconds));
    try {
      lines.append(",\"problem\":").append(mapper.writeValueAsString(problem.at(path)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem of our own could not be written", e);
    }
    lines.append("}\n");
  }

  private void begin(long line, int status) {
    lines.append("{\"line\":").append(line).append(",\"status\":").append(status);
  }
}
