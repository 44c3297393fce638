package io.quantedge.dsql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cluster answers in one region. The region is part of it because tokens are signed for a
 * region, and because conflicts and failovers are told by region. Immutable.
 *
 * @param region an AWS region name, such as {@code us-east-1}
 * @param host the host name that the server's certificate must carry
 * @param port 1 to 65535
 */
public record DsqlEndpoint(String region, String host, int port) {
  /** PostgreSQL's port, which Aurora DSQL uses too. */
  public static final int DEFAULT_PORT = 5432;

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]{1,40})@([A-Za-z0-9._-]{1,253})(?::(\\d{1,5}))?");

  public DsqlEndpoint {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "an endpoint's port is between 1 and 65535, and this is " + port);
    }
  }

  /**
   * Reads {@code region@host} or {@code region@host:port}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static DsqlEndpoint parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no endpoint: write it as region@host or region@host:port");
    }
    String port = form.group(3);
    return new DsqlEndpoint(
        form.group(1), form.group(2), port == null ? DEFAULT_PORT : Integer.parseInt(port));
  }

  @Override
  public String toString() {
    return region + "@" + host + ":" + port;
  }
}
