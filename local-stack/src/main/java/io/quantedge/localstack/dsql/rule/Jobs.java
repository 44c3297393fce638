package io.quantedge.localstack.dsql.rule;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * What Aurora DSQL does in the background and PostgreSQL at once: the answer is a job's id, and
 * waiting for it takes no time.
 */
final class Jobs {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int CHARACTERS = 26;

  private Jobs() {}

  /** DDL that is answered with a job's id before its tag. */
  static Statement.Ddl job(Words words, String backendSql) {
    return new Statement.Ddl(words.sql(), backendSql, Optional.of(id(words.sql())));
  }

  /** {@code CALL sys.wait_for_job(…)}: everything is done by then. */
  static Statement call(Words words) {
    return words.at(1, "SYS") && words.symbolAt(2, '.') && words.at(3, "WAIT_FOR_JOB")
        ? new Statement.Answered(words.sql(), List.of(), List.of(), "CALL")
        : new Statement.Read(words.sql());
  }

  /** As long and of the same letters as a cluster's, but the same for the same statement. */
  private static String id(String sql) {
    try {
      BigInteger number =
          new BigInteger(
              1, MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8)));
      StringBuilder id = new StringBuilder(CHARACTERS);
      for (int i = 0; i < CHARACTERS; i++) {
        id.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no SHA-256", e);
    }
  }
}
