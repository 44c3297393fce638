package io.quantedge.localstack.dsql.backend;

import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.SqlError;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL answered up to one ReadyForQuery, without it. Immutable.
 *
 * @param messages in order
 */
public record Reply(List<Message> messages) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final char ERROR = 'E';
  private static final char COMPLETE = 'C';
  private static final char ROW = 'D';

  /** Copies the list. */
  public Reply {
    messages = List.copyOf(messages);
  }

  /** The error, if there is one: it is the last thing that PostgreSQL says to a unit. */
  public Optional<SqlError> error() {
    return messages.stream()
        .filter(message -> message.type() == ERROR)
        .findFirst()
        .map(SqlError::read);
  }

  /** The tag of the last command; empty if none was completed. */
  public String lastTag() {
    return messages.stream()
        .filter(message -> message.type() == COMPLETE)
        .reduce((first, second) -> second)
        .map(Message::text)
        .orElse("");
  }

  /**
   * Equal for two replies that say the same: the same tags and the same rows, in any order because
   * PostgreSQL promises none.
   */
  public long fingerprint() {
    long sum = 0;
    for (Message message : messages) {
      if (message.type() == COMPLETE || message.type() == ROW || message.type() == ERROR) {
        sum += hash(message);
      }
    }
    return sum;
  }

  /** FNV-1a over the message. */
  private static long hash(Message message) {
    long hash = (FNV_OFFSET ^ message.type()) * FNV_PRIME;
    for (byte b : message.body().getBytes()) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    return hash;
  }
}
