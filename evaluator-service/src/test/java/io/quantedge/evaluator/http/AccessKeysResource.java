package io.quantedge.evaluator.http;

import io.quantedge.contracts.access.AccessKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives an operator and two accounts a key each. */
public final class AccessKeysResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "exchange.access.operator-keys",
        AccessKeys.digest("operator-key"),
        "exchange.access.account-keys",
        "a:" + AccessKeys.digest("key-of-a") + ",b:" + AccessKeys.digest("key-of-b"));
  }

  @Override
  public void stop() {}
}
