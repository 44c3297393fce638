package io.quantedge.localstack.dsql.backend;

/**
 * Where PostgreSQL is and as whom the proxy connects. Immutable.
 *
 * @param host name or address
 * @param port TCP port
 * @param user a superuser: it takes on the roles of the clients
 * @param password its password
 * @param database the only database
 */
public record Upstream(String host, int port, String user, String password, String database) {
  /** Never the password. */
  @Override
  public String toString() {
    return "Upstream[%s@%s:%d/%s]".formatted(user, host, port, database);
  }
}
