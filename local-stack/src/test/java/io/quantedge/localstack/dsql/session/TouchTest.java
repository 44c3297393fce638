package io.quantedge.localstack.dsql.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** FOR UPDATE queries of one table become updates that change nothing; others stay alone. */
class TouchTest {

  @Test
  void aQueryOfOneTableIsTurnedRound() {
    assertThat(
            touch(
                "SELECT a, (SELECT max(x) FROM y) FROM t WHERE id = ANY($1) ORDER BY id FOR UPDATE"))
        .isEqualTo(
            "UPDATE t SET \"c\" = \"c\" WHERE ctid = ANY (ARRAY(SELECT t.ctid FROM t WHERE id ="
                + " ANY($1) ORDER BY id FOR UPDATE))");
    assertThat(touch("select ' FROM ' from \"T\" as q where q.id = 1 for update;"))
        .isEqualTo(
            "UPDATE \"T\" SET \"c\" = \"c\" WHERE ctid = ANY (ARRAY(SELECT q.ctid from \"T\" as q"
                + " where q.id = 1 for update))");
    assertThat(touch("SELECT * FROM public.t FOR UPDATE")).startsWith("UPDATE public.t SET");
  }

  @Test
  void aQueryOfMoreTablesOrOfNoneIsLeftAlone() {
    for (String sql :
        new String[] {
          "SELECT 1 FROM a, b WHERE a.id = b.id FOR UPDATE",
          "SELECT 1 FROM a JOIN b ON a.id = b.id FOR UPDATE",
          "SELECT 1 FROM (SELECT 1 FROM a) x FOR UPDATE",
          "WITH a AS (SELECT 1) SELECT 1 FROM a FOR UPDATE",
          "SELECT 1 FOR UPDATE"
        }) {
      assertThat(Touch.of(sql)).as(sql).isEmpty();
    }
  }

  private static String touch(String sql) {
    return Touch.of(sql).orElseThrow().updating("c");
  }
}
