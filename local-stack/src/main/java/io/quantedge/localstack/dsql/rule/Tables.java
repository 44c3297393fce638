package io.quantedge.localstack.dsql.rule;

import java.util.Optional;
import java.util.Set;

/** CREATE TABLE: plain tables whose columns and keys come with them. */
final class Tables {
  private static final Set<String> TABLE_ITEMS =
      Set.of("CHECK", "CONSTRAINT", "EXCLUDE", "FOREIGN", "LIKE", "PRIMARY", "UNIQUE");

  private Tables() {}

  /**
   * Why a table is refused.
   *
   * @param words the statement
   * @param table index of the keyword TABLE
   */
  static Optional<Refusal> created(Words words, int table) {
    int name = words.skip(table + 1, "IF", "NOT", "EXISTS");
    int open = words.afterName(name);
    Optional<Refusal> form = form(words, open);
    if (form.isPresent() || !words.symbolAt(open, '(')) {
      return form;
    }
    return words.items(open + 1, words.closing(open)).stream()
        .map(Tables::item)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> form(Words words, int afterName) {
    if (words.indexOf(afterName, false, "AS") >= 0) {
      return Optional.of(Refusals.unsupported("CreateTableAs"));
    }
    if (words.indexOf(afterName, false, "PARTITION", "BY") >= 0) {
      return Optional.of(Refusals.known("PARTITION BY clause not supported"));
    }
    for (String clause : new String[] {"PARTITION", "INHERITS", "TABLESPACE", "USING", "OF"}) {
      if (words.indexOf(afterName, false, clause) >= 0) {
        return Optional.of(Refusals.local(clause + " not supported for CREATE TABLE"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> item(Words item) {
    if (item.containOutside("EXCLUDE")) {
      return Optional.of(Refusals.local("EXCLUDE constraint not supported"));
    }
    return item.size() == 0 || TABLE_ITEMS.contains(item.word(0))
        ? Optional.empty()
        : Columns.created(item);
  }
}
