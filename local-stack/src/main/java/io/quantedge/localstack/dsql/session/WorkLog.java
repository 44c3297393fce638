package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.Reply;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps of a transaction that have an effect, and what the client was told of each, so that
 * they can be repeated and the answers compared. Guarded by its block.
 */
final class WorkLog {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Step step, long fingerprint) {}

  /** Keeps a step that succeeded. */
  void add(Step step, Reply reply) {
    if (reply.error().isEmpty()) {
      entries.add(new Entry(step, reply.fingerprint()));
    }
  }

  boolean has(Step.Kind kind) {
    return entries.stream().anyMatch(entry -> entry.step().kind() == kind);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Units of {@link #again}. */
  int size() {
    return entries.size();
  }

  /** The messages that repeat all steps, a unit for each. */
  Buffer again() {
    Buffer bytes = Buffer.buffer();
    entries.forEach(entry -> bytes.appendBuffer(entry.step().again()));
    return bytes;
  }

  /** Whether a repetition was answered as the client was told. */
  boolean saysTheSame(List<Reply> replies) {
    for (int i = 0; i < entries.size(); i++) {
      if (replies.get(i).fingerprint() != entries.get(i).fingerprint()) {
        return false;
      }
    }
    return true;
  }

  Stream<Call> calls() {
    return entries.stream().flatMap(entry -> entry.step().calls().stream());
  }

  String sql() {
    return entries.stream()
        .map(entry -> entry.step().sql())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  void clear() {
    entries.clear();
  }
}
