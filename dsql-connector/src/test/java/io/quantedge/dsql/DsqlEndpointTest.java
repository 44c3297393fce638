package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DsqlEndpointTest {
  @Test
  void anEndpointIsRegionHostAndPort() {
    assertThat(DsqlEndpoint.parse("eu-west-1@abc.dsql.eu-west-1.on.aws:15441"))
        .isEqualTo(new DsqlEndpoint("eu-west-1", "abc.dsql.eu-west-1.on.aws", 15441))
        .hasToString("eu-west-1@abc.dsql.eu-west-1.on.aws:15441");
  }

  @Test
  void withoutAPortItIsPostgresPort() {
    assertThat(DsqlEndpoint.parse("us-east-1@localhost").port()).isEqualTo(5432);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:5432", "us-east-1@", "@localhost", "a@b:c", "a@b:99999", ""})
  void whatIsNoEndpointIsRefusedByItsText(String text) {
    assertThatThrownBy(() -> DsqlEndpoint.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("endpoint");
  }
}
