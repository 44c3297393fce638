package io.quantedge.localstack.dsql.rule;

import io.quantedge.localstack.dsql.rule.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL into tokens as PostgreSQL's lexer does: nested comments, quoted names, string literals
 * with and without backslash escapes, dollar quotes, parameters. It takes any text: what is left
 * open ends with the text, and PostgreSQL is the one to complain. One instance for each text.
 */
final class Scanner {
  private final String sql;
  private int at;

  private Scanner(String sql) {
    this.sql = sql;
  }

  /** The tokens in order; blanks and comments are left out. */
  static List<Token> tokens(String sql) {
    Scanner scanner = new Scanner(sql);
    List<Token> tokens = new ArrayList<>();
    scanner.skipBlanks();
    while (scanner.at < sql.length()) {
      tokens.add(scanner.next());
      scanner.skipBlanks();
    }
    return tokens;
  }

  private Token next() {
    int start = at;
    char c = sql.charAt(at);
    if (c == '\'') {
      skipQuoted('\'', false);
      return token(Kind.STRING, start);
    }
    if (c == '"') {
      skipQuoted('"', false);
      return token(Kind.NAME, start);
    }
    if (c == '$') {
      return dollar(start);
    }
    if (isNameStart(c)) {
      return word(start);
    }
    if (isDigit(c)) {
      skipWhile(d -> isNamePart(d) || d == '.');
      return token(Kind.NUMBER, start);
    }
    at++;
    return token(Kind.SYMBOL, start);
  }

  private Token word(int start) {
    skipWhile(Scanner::isNamePart);
    String word = sql.substring(start, at).toUpperCase(Locale.ROOT);
    boolean unicode = word.equals("U") && charAt(at) == '&';
    int quote = unicode ? at + 1 : at;
    char next = charAt(quote);
    if (next == '\'' && (unicode || (word.length() == 1 && "EBXN".contains(word)))) {
      at = quote;
      skipQuoted('\'', word.equals("E"));
      return token(Kind.STRING, start);
    }
    if (next == '"' && unicode) {
      at = quote;
      skipQuoted('"', false);
      return token(Kind.NAME, start);
    }
    return new Token(Kind.WORD, word, start, at);
  }

  private Token dollar(int start) {
    at++;
    if (isDigit(charAt(at))) {
      skipWhile(Scanner::isDigit);
      return token(Kind.PARAMETER, start);
    }
    if (isNameStart(charAt(at))) {
      skipWhile(c -> isNamePart(c) && c != '$');
    }
    if (charAt(at) != '$') {
      at = start + 1;
      return token(Kind.SYMBOL, start);
    }
    at++;
    String delimiter = sql.substring(start, at);
    int close = sql.indexOf(delimiter, at);
    at = close < 0 ? sql.length() : close + delimiter.length();
    return token(Kind.STRING, start);
  }

  /** From the opening quote to after the closing one; a doubled quote does not close. */
  private void skipQuoted(char quote, boolean backslashes) {
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      at++;
      if (backslashes && c == '\\' && at < sql.length()) {
        at++;
      } else if (c == quote) {
        if (charAt(at) != quote) {
          return;
        }
        at++;
      }
    }
  }

  private void skipBlanks() {
    while (at < sql.length()) {
      if (isBlank(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        skipWhile(c -> c != '\n' && c != '\r');
      } else if (sql.startsWith("/*", at)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
  }

  private void skipWhile(CharTest test) {
    while (at < sql.length() && test.test(sql.charAt(at))) {
      at++;
    }
  }

  private Token token(Kind kind, int start) {
    return new Token(kind, sql.substring(start, at), start, at);
  }

  private char charAt(int index) {
    return index < sql.length() ? sql.charAt(index) : '\0';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0B;
  }

  /** A test of one character, without boxing. */
  private interface CharTest {
    boolean test(char c);
  }
}
