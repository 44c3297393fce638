package io.quantedge.localstack.dsql.session;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a FOR UPDATE query on one table into an update of the same rows that changes nothing. A
 * lock leaves no trace after a commit, and in Aurora DSQL a committed FOR UPDATE makes every older
 * snapshot that writes these rows lose. Immutable.
 *
 * @param table as it is written in the query
 * @param query the query, with the rows' places instead of its columns
 */
record Touch(String table, String query) {
  private static final String NAME = "(?:\"[^\"]+\"|[a-z_][a-z0-9_$]*)";
  private static final Pattern SOURCE =
      Pattern.compile(
          "^\\s*(?<table>%1$s(?:\\.%1$s)?)(?:\\s+(?:AS\\s+)?(?!WHERE\\b|ORDER\\b|FOR\\b|LIMIT\\b)(?<alias>%1$s))?\\s+(?:WHERE|ORDER|FOR|LIMIT)\\b"
              .formatted(NAME),
          Pattern.CASE_INSENSITIVE);
  private static final String FROM = "FROM";

  /**
   * Reads a query.
   *
   * @return empty if it is not plainly of one table
   */
  static Optional<Touch> of(String sql) {
    String text = sql.strip();
    if (!text.toUpperCase(Locale.ROOT).startsWith("SELECT")) {
      return Optional.empty();
    }
    int from = topLevelFrom(text);
    if (from < 0) {
      return Optional.empty();
    }
    Matcher source = SOURCE.matcher(text.substring(from + FROM.length()));
    if (!source.find()) {
      return Optional.empty();
    }
    String table = source.group("table");
    String of = Optional.ofNullable(source.group("alias")).orElse(table);
    return Optional.of(new Touch(table, "SELECT %s.ctid %s".formatted(of, text.substring(from))));
  }

  /** The statement that touches. */
  String updating(String column) {
    String name = Sql.name(column);
    return "UPDATE %s SET %s = %s WHERE ctid = ANY (ARRAY(%s))"
        .formatted(table, name, name, withoutSemicolon(query));
  }

  private static String withoutSemicolon(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  /** Finds a column of the table that the current role may update. */
  String columnQuery() {
    return """
    SELECT attname FROM pg_attribute
    WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      AND has_column_privilege(attrelid, attnum, 'UPDATE')
    ORDER BY attnum DESC LIMIT 1
    """
        .formatted(Sql.literal(table));
  }

  private static int topLevelFrom(String text) {
    int depth = 0;
    char quote = 0;
    for (int at = 0; at + FROM.length() < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth == 0 && isWordAt(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isWordAt(String text, int at) {
    return text.regionMatches(true, at, FROM, 0, FROM.length())
        && at > 0
        && Character.isWhitespace(text.charAt(at - 1))
        && Character.isWhitespace(text.charAt(at + FROM.length()));
  }
}
