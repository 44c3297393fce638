package io.quantedge.ingest.testing;

import io.quantedge.contracts.access.AccessKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the service under test an operator's key and one for each of three accounts. */
public final class KeysResource implements QuarkusTestResourceLifecycleManager {
  public static final String OPERATOR = "the-operators-key";

  @Override
  public Map<String, String> start() {
    return Map.of(
        "exchange.access.operator-keys",
        AccessKeys.digest(OPERATOR),
        "exchange.access.account-keys",
        String.join(",", account("adv-1"), account("adv-2"), account("pub-1")));
  }

  /** The key of {@code adv-1}, {@code adv-2} or {@code pub-1}. */
  public static String keyOf(String account) {
    return "key-of-" + account;
  }

  @Override
  public void stop() {}

  private static String account(String account) {
    return account + ":" + AccessKeys.digest(keyOf(account));
  }
}
