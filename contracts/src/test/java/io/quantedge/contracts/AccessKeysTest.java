package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessKeysTest {
  private static final AccessKeys KEYS =
      AccessKeys.of(
          List.of(AccessKeys.digest("operator-key")),
          List.of("adv-acme:" + AccessKeys.digest("acme-key")));

  @Test
  void aKeyTellsWhoAsks() {
    assertThat(KEYS.viewer("Bearer operator-key")).contains(new Viewer.Operator());
    assertThat(KEYS.viewer("bearer acme-key"))
        .contains(new Viewer.Account(new AccountId("adv-acme")));
  }

  @Test
  void withoutAKeySomebodyIsAnonymousAndWithAWrongOneNobody() {
    assertThat(KEYS.viewer(null)).contains(new Viewer.Anonymous());
    assertThat(KEYS.viewer("Bearer guessed")).isEmpty();
    assertThat(KEYS.viewer("Basic operator-key")).isEmpty();
    assertThat(KEYS.viewer("Bearer " + AccessKeys.digest("operator-key"))).isEmpty();
  }

  @Test
  void whatIsConfiguredMustBeDigests() {
    assertThatThrownBy(() -> AccessKeys.of(List.of("operator-key"), List.of()))
        .hasMessageContaining("SHA-256")
        .hasMessageNotContaining("operator-key");
    assertThatThrownBy(() -> AccessKeys.of(List.of(), List.of(AccessKeys.digest("k"))))
        .hasMessageContaining("account:digest");
    String digest = AccessKeys.digest("k");
    assertThatThrownBy(() -> AccessKeys.of(List.of(digest), List.of("a:" + digest)))
        .hasMessageContaining("same access key");
  }
}
