package io.quantedge.localstack.dsql.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a source into statements at its semicolons, but not at those in parentheses or in the body
 * of an SQL function ({@code BEGIN ATOMIC … END}). One instance for each source.
 */
final class Splitter {
  private final String source;
  private final List<Piece> pieces = new ArrayList<>();
  private List<Token> current = new ArrayList<>();
  private int start;
  private int parentheses;
  private int bodies;

  private Splitter(String source) {
    this.source = source;
  }

  /** The pieces in order; their texts make up the source. */
  static List<Piece> split(String source) {
    Splitter splitter = new Splitter(source);
    Scanner.tokens(source).forEach(splitter::take);
    if (splitter.start < source.length()) {
      splitter.cut(source.length());
    }
    return splitter.pieces;
  }

  private void take(Token token) {
    if (token.isSymbol(';') && parentheses == 0 && bodies == 0) {
      cut(token.end());
      return;
    }
    if (token.isSymbol('(')) {
      parentheses++;
    } else if (token.isSymbol(')')) {
      parentheses = Math.max(0, parentheses - 1);
    } else if (opensBody(token)) {
      bodies++;
    } else if (bodies > 0 && token.isWord("END")) {
      bodies--;
    }
    current.add(token);
  }

  private boolean opensBody(Token token) {
    boolean atomic =
        token.isWord("ATOMIC") && !current.isEmpty() && current.getLast().isWord("BEGIN");
    return atomic || (bodies > 0 && token.isWord("CASE"));
  }

  private void cut(int end) {
    pieces.add(new Piece(source, start, end, current));
    current = new ArrayList<>();
    start = end;
    parentheses = 0;
    bodies = 0;
  }
}
