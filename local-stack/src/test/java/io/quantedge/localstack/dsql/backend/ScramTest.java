package io.quantedge.localstack.dsql.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.localstack.dsql.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The conversation by which the proxy opens PostgreSQL. */
class ScramTest {
  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";

  @Test
  void aChallengeIsAnsweredForTheNonceThatWasSent() {
    Scram scram = new Scram("pencil", NONCE);
    assertThat(text(scram.first())).isEqualTo("n,,n=,r=" + NONCE);
    String last =
        text(scram.last(bytes("r=" + NONCE + "server,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")));
    assertThat(last).startsWith("c=biws,r=" + NONCE + "server,p=").hasSizeGreaterThan(70);
  }

  @Test
  void aChallengeToAnotherNonceOrWithoutSaltIsRefused() {
    Scram scram = new Scram("pencil", NONCE);
    for (String challenge :
        new String[] {"r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", "r=" + NONCE + "x,i=1", ""}) {
      assertThatThrownBy(() -> scram.last(bytes(challenge))).isInstanceOf(ProtocolException.class);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
