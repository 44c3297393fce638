package io.quantedge.localstack.dsql.session;

/**
 * The SQL that gives a transaction that has lost already copies of its tables as they were in its
 * snapshot, under the same names, so that PostgreSQL goes on to compute its answers. Temporary
 * tables come before others of the same name. Stateless.
 */
final class Ghost {
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

  private Ghost() {}

  /**
   * Copies the tables that a text names, unless they are copied already.
   *
   * @param role the client's role, taken on again afterwards
   * @param sql all statements that the copies are for
   */
  static String copy(String role, String sql) {
    String hex =
        java.util.HexFormat.of().formatHex(sql.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return String.join(
        "; ",
        "RESET SESSION AUTHORIZATION",
        COPY.formatted(hex, Sql.literal(role)),
        Sql.takeOn(role),
        "DISCARD PLANS");
  }
}
