package io.quantedge.evaluator.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeerAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:8082", "evaluator-0.evaluator:8082", "[::1]:8082", "localhost:0"})
  void addressComesBackFromTheClientsNameItMakes(String text) {
    PeerAddress address = PeerAddress.parse(text);

    assertThat(address).hasToString(text);
    assertThat(PeerAddress.ofClientId(address.clientId())).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        "host:",
        ":8082",
        "host:65536",
        "user@host:80",
        "host:80/path",
        "host:80#x",
        "ho st:80",
        "host:80:90",
        "http://host:80"
      })
  void whatIsNoHostAndPortIsRefused(String text) {
    assertThatThrownBy(() -> PeerAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
    assertThat(PeerAddress.ofClientId("evaluator@" + text)).isEmpty();
  }

  @Test
  void clientWithAnotherNameTellsNoAddress() {
    assertThat(PeerAddress.ofClientId("consumer-evaluator-1")).isEmpty();
  }
}
