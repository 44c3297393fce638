package io.quantedge.contracts.access;

import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys that viewers show as {@code Authorization: Bearer <key>}. Only SHA-256 digests of keys
 * are configured and held, so a leaked configuration opens nothing; a key is looked up by its
 * digest, so the time that takes says nothing about other keys. Keys should be random, of 128 bits
 * or more. Immutable and thread-safe.
 */
public final class AccessKeys {
  private static final String SCHEME = "bearer ";
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Map<String, Viewer> viewers;

  private AccessKeys(Map<String, Viewer> viewers) {
    this.viewers = Map.copyOf(viewers);
  }

  /**
   * @param operatorKeys SHA-256 digests of operators' keys, 64 hexadecimal digits each
   * @param accountKeys {@code account:digest} each
   * @throws IllegalArgumentException if an entry has another form, or a digest comes twice
   */
  public static AccessKeys of(Collection<String> operatorKeys, Collection<String> accountKeys) {
    Map<String, Viewer> viewers = new HashMap<>();
    operatorKeys.forEach(digest -> add(viewers, digest, new Viewer.Operator()));
    for (String entry : accountKeys) {
      int colon = entry.lastIndexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "an account's key is configured as account:digest; one entry has no ':'");
      }
      AccountId account = new AccountId(entry.substring(0, colon).strip());
      add(viewers, entry.substring(colon + 1), new Viewer.Account(account));
    }
    return new AccessKeys(viewers);
  }

  /**
   * Who sent this header.
   *
   * @param authorization the value of the header {@code Authorization}, null if there is none
   * @return nothing if a key was shown that nobody has; anonymous without any
   */
  public Optional<Viewer> viewer(@Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return Optional.of(new Viewer.Anonymous());
    }
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    return Optional.ofNullable(viewers.get(digest(authorization.substring(SCHEME.length()))));
  }

  /** The digest under which a key is configured. */
  public static String digest(String key) {
    byte[] bytes = key.strip().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(BidHash.newSha256().digest(bytes));
  }

  private static void add(Map<String, Viewer> viewers, String configured, Viewer viewer) {
    String digest = configured.strip().toLowerCase(Locale.ROOT);
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "an access key is configured by its SHA-256 digest, 64 hexadecimal digits; one entry has "
              + digest.length()
              + " characters or other ones");
    }
    if (viewers.put(digest, viewer) != null) {
      throw new IllegalArgumentException("two viewers have the same access key");
    }
  }
}
