package io.quantedge.localstack.dsql.rule;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A column's definition: its type, and what else it asks for. */
final class Columns {
  private static final Set<String> SERIAL =
      Set.of("SERIAL", "SERIAL2", "SERIAL4", "SERIAL8", "SMALLSERIAL", "BIGSERIAL");

  private static final Set<String> UNSUPPORTED =
      Set.of(
          "BIT",
          "BOX",
          "CIDR",
          "CIRCLE",
          "DATERANGE",
          "INET",
          "INT4RANGE",
          "INT8RANGE",
          "LINE",
          "LSEG",
          "MACADDR",
          "MACADDR8",
          "MONEY",
          "NUMRANGE",
          "PATH",
          "PG_LSN",
          "POINT",
          "POLYGON",
          "TSQUERY",
          "TSRANGE",
          "TSTZRANGE",
          "TSVECTOR",
          "VARBIT",
          "XML");

  private static final Set<String> CONSTRAINTS =
      Set.of(
          "CHECK",
          "CONSTRAINT",
          "DEFAULT",
          "GENERATED",
          "NOT",
          "NULL",
          "PRIMARY",
          "REFERENCES",
          "UNIQUE");

  private static final Map<String, String> DISPLAYED =
      Map.of(
          "INT", "integer",
          "INT2", "smallint",
          "INT4", "integer",
          "INT8", "bigint",
          "BOOL", "boolean",
          "FLOAT4", "real",
          "FLOAT8", "double precision",
          "VARCHAR", "character varying",
          "DECIMAL", "numeric",
          "TIMESTAMPTZ", "timestamp with time zone");

  private static final int MINIMUM_LARGE_CACHE = 65_536;
  private static final String CACHE_HINT =
      " is not supported without an explicit cache size."
          + " please define CACHE greater than or equal to 65536 or equal to 1";

  private Columns() {}

  /** Why a column of CREATE TABLE is refused. */
  static Optional<Refusal> created(Words column) {
    Optional<Refusal> type = type(column);
    if (type.isPresent()) {
      return type;
    }
    if (column.containOutside("COLLATE")) {
      return Optional.of(Refusals.local("COLLATE not supported for CREATE TABLE"));
    }
    return column.containOutside("AS", "IDENTITY") ? identity(column) : Optional.empty();
  }

  /** Why a column of ADD COLUMN is refused: it comes without any constraint. */
  static Optional<Refusal> added(Words column) {
    Optional<Refusal> type = type(column);
    if (type.isPresent()) {
      return type;
    }
    return CONSTRAINTS.stream().anyMatch(column::containOutside)
        ? Optional.of(Refusals.known("ALTER TABLE ADD COLUMN with constraint not supported"))
        : Optional.empty();
  }

  /** Why a sequence, or the one of an identity column, is refused for its cache. */
  static Optional<Refusal> cache(Words words, String what) {
    int at = words.indexOf(0, true, "CACHE");
    if (at < 0 || at + 1 >= words.size() || !isAllowedCache(words.get(at + 1).text())) {
      return Optional.of(Refusals.known(what + CACHE_HINT));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> identity(Words column) {
    Optional<Refusal> cache = cache(column, "identity column");
    if (cache.isPresent()) {
      return cache;
    }
    String type = displayed(column);
    return type.equals("bigint")
        ? Optional.empty()
        : Optional.of(
            Refusals.known(
                "datatype %s not supported, identity column type must be bigint".formatted(type)));
  }

  private static Optional<Refusal> type(Words column) {
    String type = column.word(1);
    if (SERIAL.contains(type)) {
      return Optional.of(Refusals.unknownType(type));
    }
    int constraints = constraints(column);
    boolean array =
        column.next(1, '[') < constraints || column.word(constraints - 1).equals("ARRAY");
    if (array) {
      return Optional.of(Refusals.datatype(displayed(column) + "[]"));
    }
    return UNSUPPORTED.contains(type)
        ? Optional.of(Refusals.datatype(displayed(column)))
        : Optional.empty();
  }

  /** Index of the first constraint; the number of tokens if there is none. */
  private static int constraints(Words column) {
    int i = 1;
    while (i < column.size() && !CONSTRAINTS.contains(column.word(i))) {
      i++;
    }
    return i;
  }

  private static String displayed(Words column) {
    String type = column.word(1);
    return DISPLAYED.getOrDefault(type, type.toLowerCase(Locale.ROOT));
  }

  private static boolean isAllowedCache(String text) {
    try {
      long cache = Long.parseLong(text);
      return cache == 1 || cache >= MINIMUM_LARGE_CACHE;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
