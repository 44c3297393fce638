package io.quantedge.localstack.dsql.access;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The query part of a presigned URL, by name. Immutable.
 *
 * @param parameters decoded, each name once, in the order in which they are signed
 */
record PresignedQuery(Map<String, String> parameters) {
  static final String ACTION = "Action";
  static final String ALGORITHM = "X-Amz-Algorithm";
  static final String CREDENTIAL = "X-Amz-Credential";
  static final String DATE = "X-Amz-Date";
  static final String EXPIRES = "X-Amz-Expires";
  static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
  static final String SIGNATURE = "X-Amz-Signature";

  PresignedQuery {
    parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** Reads {@code a=b&c=d}; empty if it is anything else, or a name comes twice. */
  static Optional<PresignedQuery> read(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        return Optional.empty();
      }
      try {
        String name = decode(pair.substring(0, equals));
        if (parameters.put(name, decode(pair.substring(equals + 1))) != null) {
          return Optional.empty();
        }
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new PresignedQuery(parameters));
  }

  /** The value, or an empty text. */
  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The query as it is signed: sorted, encoded, without the signature. */
  String canonical() {
    return parameters.entrySet().stream()
        .filter(parameter -> !parameter.getKey().equals(SIGNATURE))
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The encoding of RFC 3986, from that of HTML forms. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
