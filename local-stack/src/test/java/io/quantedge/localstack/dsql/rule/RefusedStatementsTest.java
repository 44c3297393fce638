package io.quantedge.localstack.dsql.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and the exact words where they are known from a real cluster. */
class RefusedStatementsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SAVEPOINT sp|unsupported transaction statement: SAVEPOINT",
        "RELEASE SAVEPOINT sp|unsupported transaction statement: RELEASE",
        "ROLLBACK TO SAVEPOINT sp|unsupported transaction statement: ROLLBACK TO",
        "ROLLBACK WORK TO sp|unsupported transaction statement: ROLLBACK TO",
        "BEGIN ISOLATION LEVEL SERIALIZABLE|Unsupported isolation level: SERIALIZABLE",
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE|Unsupported isolation level: SERIALIZABLE",
        "SET TRANSACTION READ ONLY|setting configuration parameter \"TRANSACTION\" not supported",
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
            + "|setting configuration parameter \"TRANSACTION\" not supported",
        "SET default_transaction_isolation = 'repeatable read'"
            + "|setting configuration parameter \"default_transaction_isolation\" not supported",
        "SET ROLE r|setting configuration parameter \"role\" not supported",
        "SELECT set_config('role', 'r', false)"
            + "|setting configuration parameter \"role\" not supported",
        "SET app.x = 1|setting configuration parameter \"app.x\" not supported",
        "SELECT a FROM t FOR SHARE"
            + "|locking clauses other than FOR UPDATE/FOR KEY SHARE are not supported",
        "SELECT a FROM t FOR NO KEY UPDATE"
            + "|locking clauses other than FOR UPDATE/FOR KEY SHARE are not supported",
        "SELECT a FROM t TABLESAMPLE SYSTEM (1)|TABLESAMPLE clause not supported",
        "TRUNCATE t|unsupported statement: Truncate",
        "MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE|unsupported statement type: MERGE",
        "VACUUM t|unsupported VACUUM statement",
        "LISTEN c|unsupported statement: Listen",
        "NOTIFY c|unsupported statement: Notify",
        "ALTER SYSTEM SET work_mem = '4MB'|unsupported statement: AlterSystem",
        "CREATE DATABASE d|unsupported statement: Createdb",
        "CREATE EXTENSION IF NOT EXISTS pgcrypto|unsupported statement: CreateExtension",
        "CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f()|CREATE TRIGGER not supported",
        "CREATE TEMPORARY TABLE t (a int)"
            + "|TEMPORARY or TEMP table not supported for CREATE TABLE",
        "CREATE UNLOGGED TABLE t (a int)|UNLOGGED table not supported for CREATE TABLE",
        "CREATE TABLE t AS SELECT 1 AS x|unsupported statement: CreateTableAs",
        "CREATE TABLE t (x) AS SELECT 1|unsupported statement: CreateTableAs",
        "CREATE MATERIALIZED VIEW v AS SELECT 1|unsupported statement: CreateTableAs",
        "CREATE TABLE t (a int) PARTITION BY RANGE (a)|PARTITION BY clause not supported",
        "CREATE TYPE m AS ENUM ('sad', 'ok')|CREATE TYPE not supported",
        "CREATE TYPE p AS (a int, b int)|unsupported statement: CompositeType",
        "CREATE TYPE r AS RANGE (subtype = int4)|unsupported statement: CreateRange",
        "DROP TYPE IF EXISTS m|unsupported object in DROP statement",
        "CREATE POLICY p ON t|unsupported statement: CreatePolicy",
        "CREATE PROCEDURE p() LANGUAGE sql AS ''|PROCEDURE is not supported",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$"
            + "|CREATE FUNCTION with language plpgsql not supported",
        "CREATE TABLE t (a int, b text[])|datatype text[] not supported",
        "CREATE TABLE t (a int[] NOT NULL)|datatype integer[] not supported",
        "ALTER TABLE t ADD COLUMN a text[]|datatype text[] not supported",
        "ALTER TABLE t ADD COLUMN a money|datatype money not supported",
        "CREATE TABLE t (a bigint GENERATED ALWAYS AS IDENTITY)"
            + "|identity column is not supported without an explicit cache size. please define"
            + " CACHE greater than or equal to 65536 or equal to 1",
        "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (CACHE 1))"
            + "|datatype integer not supported, identity column type must be bigint",
        "CREATE SEQUENCE s|CREATE SEQUENCE is not supported without an explicit cache size. please"
            + " define CACHE greater than or equal to 65536 or equal to 1",
        "CREATE SEQUENCE s CACHE 20|CREATE SEQUENCE is not supported without an explicit cache"
            + " size. please define CACHE greater than or equal to 65536 or equal to 1",
        "CREATE INDEX i ON t (a)|unsupported mode. please use CREATE INDEX ASYNC.",
        "CREATE INDEX CONCURRENTLY i ON t (a)|CONCURRENTLY not supported for CREATE INDEX",
        "CREATE INDEX ASYNC i ON t USING btree (a)|USING not supported for CREATE INDEX",
        "CREATE INDEX ASYNC i ON t (a, b DESC)"
            + "|specifying sort order not supported for index keys",
        "ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 0"
            + "|ALTER TABLE ADD COLUMN with constraint not supported",
        "ALTER TABLE t ADD COLUMN a int UNIQUE"
            + "|ALTER TABLE ADD COLUMN with constraint not supported",
        "ALTER TABLE t ADD CONSTRAINT c PRIMARY KEY (id)"
            + "|unsupported ALTER TABLE ADD CONSTRAINT statement",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)"
            + "|unsupported ALTER TABLE ADD CONSTRAINT statement",
        "ALTER TABLE t VALIDATE CONSTRAINT c"
            + "|unsupported ALTER TABLE VALIDATE CONSTRAINT statement",
        "ALTER TABLE t DROP COLUMN b, ALTER COLUMN a TYPE varchar(20)"
            + "|unsupported ALTER TABLE ALTER COLUMN ... SET DATA TYPE statement",
        "ALTER TABLE t ALTER COLUMN a SET NOT NULL"
            + "|unsupported ALTER TABLE ALTER COLUMN ... SET NOT NULL statement",
        "GRANT USAGE ON SCHEMA public TO r|feature not supported on system entity"
      })
  void theWordsAreTheClustersOwn(String sql, String message) {
    assertThat(refusal(sql)).isEqualTo(new Refusal("0A000", message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CREATE TABLE t (id serial PRIMARY KEY)|42704|type \"serial\" does not exist",
        "ALTER TABLE t ADD COLUMN n bigserial|42704|type \"bigserial\" does not exist",
        "CREATE INDEX ASYNC i ON t (a, b, c, d, e, f, g, h, i)"
            + "|54011|more than 8 column keys in an index are not supported"
      })
  void someAreRefusedWithAnotherState(String sql, String sqlState, String message) {
    assertThat(refusal(sql)).isEqualTo(new Refusal(sqlState, message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN ISOLATION LEVEL READ COMMITTED",
        "COMMIT AND CHAIN",
        "COMMIT PREPARED 'x'",
        "PREPARE TRANSACTION 'x'",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "SET SESSION AUTHORIZATION r",
        "SET LOCAL SESSION AUTHORIZATION DEFAULT",
        "RESET SESSION AUTHORIZATION",
        "RESET ALL",
        "SET lock_timeout = 1",
        "SELECT set_config($1, $2, false)",
        "SELECT pg_catalog.set_config('session_authorization', 'x', false)",
        "SELECT pg_catalog.\"set_config\"('session_authorization', 'x', false)",
        "UPDATE pg_catalog.\"pg_settings\" SET setting = 'x' WHERE name = 'session_authorization'",
        "WITH u AS (UPDATE pg_settings SET setting = 'x') SELECT 1",
        "DISCARD ALL",
        "DISCARD TEMP",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_xact_lock(1, 2)",
        "SELECT 1 INTO t",
        "LOCK TABLE t",
        "COPY t FROM STDIN",
        "DECLARE c CURSOR FOR SELECT 1",
        "DO $$ BEGIN END $$",
        "REINDEX TABLE t",
        "ANALYZE",
        "EXPLAIN ANALYZE DELETE FROM t",
        "EXPLAIN (ANALYZE, VERBOSE) SELECT 1 FROM t FOR UPDATE",
        "CREATE TEMP VIEW v AS SELECT 1",
        "CREATE TABLE t (a int) INHERITS (u)",
        "CREATE TABLE t (a text COLLATE \"C\")",
        "CREATE RULE r AS ON INSERT TO t DO NOTHING",
        "DROP TRIGGER g ON t",
        "DROP INDEX CONCURRENTLY i",
        "ALTER TABLE t SET TABLESPACE s",
        "ALTER TABLE t INHERIT u"
      })
  void whereTheWordsAreNotKnownTheMessageSaysSo(String sql) {
    assertThat(refusal(sql).sqlState()).isEqualTo("0A000");
    assertThat(refusal(sql).message()).endsWith(Refusals.LOCAL_WORDING);
  }

  private static Refusal refusal(String sql) {
    assertThat(Statements.parse(sql)).as(sql).hasSize(1);
    assertThat(Statements.parse(sql).getFirst()).isInstanceOf(Statement.Refused.class);
    return ((Statement.Refused) Statements.parse(sql).getFirst()).refusal();
  }
}
