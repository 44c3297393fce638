package io.quantedge.localstack.dsql.rule;

import java.util.List;

/**
 * A stretch of the source up to and with its semicolon. Immutable.
 *
 * @param source the whole source
 * @param start index of its first character
 * @param end index after its last character
 * @param tokens its tokens without the semicolon; none if there are only blanks and comments
 */
record Piece(String source, int start, int end, List<Token> tokens) {
  Piece {
    tokens = List.copyOf(tokens);
  }

  /** All characters of it: the texts of all pieces make up the source. */
  String text() {
    return source.substring(start, end);
  }

  /** The statement from its first token to its last, comments around it left out. */
  String sql() {
    return tokens.isEmpty()
        ? ""
        : source.substring(tokens.getFirst().start(), tokens.getLast().end());
  }
}
