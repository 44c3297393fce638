package io.quantedge.localstack.dsql.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionRulesTest {
  private final TransactionRules rules = new TransactionRules();

  @Test
  void oneChangeOfTheSchemaIsAdmittedAndNoSecond() {
    assertThat(admit("CREATE TABLE a (id int)")).isEmpty();
    assertThat(admit("SELECT 1")).isEmpty();

    assertThat(admit("CREATE TABLE b (id int)"))
        .contains(new Refusal("0A000", "multiple ddl statements not supported in a transaction"));
  }

  @Test
  void rowsAreNotWrittenBehindAChangeOfTheSchema() {
    admit("GRANT SELECT ON a TO r");

    assertThat(admit("INSERT INTO a VALUES (1)"))
        .contains(new Refusal("0A000", "ddl and dml are not supported in the same transaction"));
  }

  @Test
  void theSchemaIsNotChangedBehindAWrite() {
    admit("DELETE FROM a");

    assertThat(admit("DROP TABLE a"))
        .contains(new Refusal("0A000", "ddl and dml are not supported in the same transaction"));
  }

  @Test
  void aRefusedStatementIsRefusedForItsOwnReason() {
    assertThat(admit("TRUNCATE a"))
        .contains(new Refusal("0A000", "unsupported statement: Truncate"));
  }

  @Test
  void threeThousandRowsOfTheWholeTransactionAreTheLimit() {
    assertThat(rules.written(2_999, 1)).isEmpty();
    assertThat(rules.written(1, 1)).isEmpty();

    assertThat(rules.written(1, 1))
        .contains(new Refusal("54000", "transaction row limit exceeded"));
  }

  @Test
  void tenMebibytesOfTheWholeTransactionAreTheLimit() {
    assertThat(rules.written(1, TransactionRules.MAXIMUM_BYTES)).isEmpty();

    assertThat(rules.written(1, 1))
        .contains(new Refusal("54000", "transaction size limit 10mb exceeded"));
  }

  @Test
  void fiveMinutesAreTheLimit() {
    assertThat(rules.aged(Duration.ofSeconds(300))).isEmpty();

    assertThat(rules.aged(Duration.ofSeconds(300).plusMillis(1)))
        .contains(new Refusal("54000", "transaction age limit of 300s exceeded"));
  }

  private Optional<Refusal> admit(String sql) {
    return rules.admit(Statements.parse(sql).getFirst());
  }
}
