package io.quantedge.localstack.dsql.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Asks about the tokens of one statement without running off their end. Immutable. */
final class Words {
  private final String source;
  private final List<Token> tokens;

  Words(String source, List<Token> tokens) {
    this.source = source;
    this.tokens = List.copyOf(tokens);
  }

  /** The statement from its first token to its last. */
  String sql() {
    return tokens.isEmpty() ? "" : between(0, tokens.size());
  }

  /** The source of these tokens, with the blanks and comments between them. */
  String between(int from, int to) {
    return source.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  /** The statement with these tokens left out; there is one before and one behind them. */
  String without(int from, int to) {
    return between(0, from) + " " + between(to, tokens.size());
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

  /** Whether a function is called anywhere whose name passes the test. */
  boolean call(Predicate<String> function) {
    return IntStream.range(0, tokens.size()).mapToObj(this::function).anyMatch(function);
  }

  /** Whether a name stands anywhere, in quotes or without. */
  boolean mention(String name) {
    return tokens.stream()
        .filter(Token::isName)
        .anyMatch(token -> token.text().replace("\"", "").equalsIgnoreCase(name));
  }

  /** The function that is called here, in upper case and without quotes; empty text if none is. */
  String function(int index) {
    return symbolAt(index + 1, '(') && tokens.get(index).isName()
        ? tokens.get(index).text().replace("\"", "").toUpperCase(Locale.ROOT)
        : "";
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
    return end == index ? index : Math.min(end, tokens.size());
  }

  /** The ranges between the commas that stand outside of parentheses, from there on. */
  List<Words> items(int from, int to) {
    List<Words> items = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      if (symbolAt(i, '(')) {
        depth++;
      } else if (symbolAt(i, ')')) {
        depth--;
      } else if (depth == 0 && symbolAt(i, ',')) {
        items.add(new Words(source, tokens.subList(start, i)));
        start = i + 1;
      }
    }
    items.add(new Words(source, tokens.subList(start, to)));
    return items;
  }

  /**
   * Index of the first symbol of this kind from there on; the number of tokens if there is none.
   */
  int next(int from, char symbol) {
    int i = from;
    while (i < tokens.size() && !symbolAt(i, symbol)) {
      i++;
    }
    return i;
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
