package io.quantedge.localstack.dsql.rule;

import java.util.List;
import java.util.Optional;

/** Asks about the tokens of one statement without running off their end. Immutable. */
final class Words {
  private final String source;
  private final List<Token> tokens;

  Words(String source, List<Token> tokens) {
    this.source = source;
    this.tokens = List.copyOf(tokens);
  }

  int size() {
    return tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /** The keyword at the index; empty text if there is none. */
  String word(int index) {
    return index < tokens.size() && tokens.get(index).kind() == Token.Kind.WORD
        ? tokens.get(index).text()
        : "";
  }

  /** Whether these keywords stand there, one after the other. */
  boolean at(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!word(index + i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean symbolAt(int index, char symbol) {
    return index < tokens.size() && tokens.get(index).isSymbol(symbol);
  }

  /** Index after these keywords if they stand there, else the same index. */
  int skip(int index, String... words) {
    return at(index, words) ? index + words.length : index;
  }

  /** Whether these keywords stand anywhere, inside of parentheses too. */
  boolean contain(String... words) {
    return indexOf(0, true, words) >= 0;
  }

  /** Whether these keywords stand outside of all parentheses. */
  boolean containOutside(String... words) {
    return indexOf(0, false, words) >= 0;
  }

  /** Index of the first of these keywords from there on; -1 for none. */
  int indexOf(int from, boolean nested, String... words) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSymbol('(')) {
        depth++;
      } else if (token.isSymbol(')')) {
        depth--;
      } else if ((nested || depth <= 0) && at(i, words)) {
        return i;
      }
    }
    return -1;
  }

  /** A name at the index as it is written, with its schema: {@code a."B"}. */
  Optional<String> nameAt(int index) {
    int end = afterName(index);
    return end == index
        ? Optional.empty()
        : Optional.of(source.substring(tokens.get(index).start(), tokens.get(end - 1).end()));
  }

  /** Index after the name that stands there; the same index if there is none. */
  int afterName(int index) {
    int end = index;
    while (end < tokens.size() && tokens.get(end).isName()) {
      end++;
      if (!symbolAt(end, '.')) {
        return end;
      }
      end++;
    }
    return Math.min(end, tokens.size());
  }

  /** Index of the parenthesis that closes the one at the index; the number of tokens if none. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol('(')) {
        depth++;
      } else if (tokens.get(i).isSymbol(')')) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return tokens.size();
  }
}
