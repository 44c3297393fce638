package io.quantedge.localstack.dsql.access;

/** The action that a token for a role must name. */
final class Action {
  /** The role that owns the cluster. */
  static final String ADMIN_ROLE = "admin";

  private Action() {}

  static String of(String role) {
    return role.equals(ADMIN_ROLE) ? "DbConnectAdmin" : "DbConnect";
  }
}
