package io.quantedge.localstack.dsql.rule;

/**
 * A word of SQL. Immutable.
 *
 * @param kind what it is
 * @param text for a {@link Kind#WORD} in upper case, else as it stands in the source
 * @param start index of its first character in the source
 * @param end index after its last character
 */
record Token(Kind kind, String text, int start, int end) {
  /** What a token can be. */
  enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in double quotes. */
    NAME,
    /** A literal in quotes or dollars. */
    STRING,
    /** Starts with a digit. */
    NUMBER,
    /** {@code $1}. */
    PARAMETER,
    /** One character that is nothing else. */
    SYMBOL
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
