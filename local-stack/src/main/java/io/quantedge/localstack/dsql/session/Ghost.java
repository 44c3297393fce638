package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.Reply;
import io.quantedge.localstack.dsql.wire.Requests;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The SQL that gives a transaction that has lost already copies of its tables as they were in its
 * snapshot, under the same names, so that PostgreSQL goes on to compute its answers. Temporary
 * tables come before others of the same name. Immutable.
 *
 * @param bytes what PostgreSQL gets
 * @param units in how many units
 * @param copyAt which of them copies; the log follows
 */
record Ghost(Buffer bytes, int units, int copyAt) {
  private static final String COPY =
      """
      DO $copy$
      DECLARE
        source record;
        columns text;
        privilege text;
      BEGIN
        FOR source IN
          SELECT c.oid, c.relname, n.nspname
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema$)'
            AND pg_table_is_visible(c.oid)
            AND convert_from(decode('%1$s', 'hex'), 'UTF8') ~* ('\\m' || c.relname || '\\M')
        LOOP
          SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
          FROM pg_attribute
          WHERE attrelid = source.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
          EXECUTE format('CREATE TEMP TABLE %%I (LIKE %%I.%%I INCLUDING ALL) ON COMMIT DROP',
            source.relname, source.nspname, source.relname);
          EXECUTE format(
            'INSERT INTO pg_temp.%%I (%%s) OVERRIDING SYSTEM VALUE SELECT %%s FROM %%I.%%I',
            source.relname, columns, columns, source.nspname, source.relname);
          FOREACH privilege IN ARRAY ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE'] LOOP
            IF has_table_privilege(%2$s, source.oid, privilege)
              OR (privilege <> 'DELETE' AND has_any_column_privilege(%2$s, source.oid, privilege))
            THEN
              EXECUTE format('GRANT %%s ON pg_temp.%%I TO %%I', privilege, source.relname, %2$s);
            END IF;
          END LOOP;
        END LOOP;
      END
      $copy$
      """;

  /** Leaves the real tables alone, makes the copies and repeats the log on them. */
  static Ghost fresh(String role, WorkLog log, Step step) {
    Buffer bytes = forget(step);
    Requests.query(Sql.PARK).appendTo(bytes);
    Requests.query(copy(role, log.sql() + "\n" + step.sql())).appendTo(bytes);
    return new Ghost(bytes.appendBuffer(log.again()), 2 + log.size(), 1);
  }

  /** Makes the copies that a further step needs. */
  static Ghost more(String role, WorkLog log, Step step) {
    Buffer bytes = forget(step);
    Requests.query(copy(role, log.sql() + "\n" + step.sql())).appendTo(bytes);
    return new Ghost(bytes, 1, 0);
  }

  /** What a step that failed has prepared already could not be prepared again. */
  private static Buffer forget(Step step) {
    Buffer bytes = Buffer.buffer();
    step.prepared().forEach(name -> Requests.about('C', 'S', name).appendTo(bytes));
    return bytes;
  }

  boolean succeeded(List<Reply> replies, WorkLog log) {
    return replies.get(copyAt).error().isEmpty()
        && (copyAt == 0 || log.saysTheSame(replies.subList(copyAt + 1, units)));
  }

  private static String copy(String role, String sql) {
    String hex = HexFormat.of().formatHex(sql.getBytes(StandardCharsets.UTF_8));
    return String.join(
        "; ",
        "RESET SESSION AUTHORIZATION",
        COPY.formatted(hex, Sql.literal(role)),
        Sql.takeOn(role),
        "DISCARD PLANS");
  }
}
