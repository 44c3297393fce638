package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {
  @Test
  void theDefaultsWork() {
    DsqlConfig config = Configs.of();

    assertThatCode(() -> ConfigCheck.require(config, config.role())).doesNotThrowAnyException();
    assertThat(config.endpoints())
        .containsExactly(
            new DsqlEndpoint("us-east-1", "localhost", 15440),
            new DsqlEndpoint("eu-west-1", "localhost", 15441));
    assertThat(config.connectionLifetime().plus(config.connectionLifetimeJitter()))
        .isLessThan(Duration.ofMinutes(60));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    DsqlConfig config =
        Configs.of(
            "connection-lifetime", "55m",
            "read-idle-timeout", "8s",
            "authentication", "PASSWORD",
            "pool-size", "0",
            "endpoints", "a@h:1,a@h:1");

    assertThatThrownBy(() -> ConfigCheck.require(config, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "connection-lifetime",
            "60 minutes",
            "read-idle-timeout",
            "password is missing",
            "pool-size must be positive, and is 0",
            "role is empty",
            "twice");
  }
}
