package io.quantedge.evaluator.application;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an instance of this service answers queries. Members of the consumer group tell it to each
 * other as their client's name. Immutable.
 *
 * @param port 0 to 65,535; 0 only where the system chooses the port, as in tests
 */
public record PeerAddress(String host, int port) {
  private static final String PREFIX = "evaluator@";
  private static final int MAX_PORT = 65_535;

  /** A host's name, an IPv4 address, or an IPv6 address in brackets; then the port. */
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])?:([0-9]{1,5})");

  /**
   * @param text {@code host:port}
   * @throws IllegalArgumentException if it has another form
   */
  public static PeerAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches() && form.group(1) != null && Integer.parseInt(form.group(3)) <= MAX_PORT) {
      return new PeerAddress(form.group(1), Integer.parseInt(form.group(3)));
    }
    throw new IllegalArgumentException(
        "an advertised address is host:port, such as 10.0.3.17:8082; it was '" + text + "'");
  }

  /** The address that a member's client is named after; nothing if it has no name of this form. */
  public static Optional<PeerAddress> ofClientId(String clientId) {
    if (!clientId.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(clientId.substring(PREFIX.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The name of a client whose instance answers here. */
  public String clientId() {
    return PREFIX + this;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
