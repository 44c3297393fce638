package io.quantedge.localstack.dsql.rule;

import java.util.Optional;

/** Who may do what: grants to roles, and the roles that an AWS identity may take on. */
final class Grants {
  private Grants() {}

  /** GRANT and REVOKE; the schema {@code public} belongs to the system. */
  static Statement grant(Words words) {
    int schema = words.indexOf(0, false, "ON", "SCHEMA");
    boolean systemEntity = schema >= 0 && words.indexOf(schema + 2, false, "PUBLIC") == schema + 2;
    return systemEntity
        ? new Statement.Refused(
            words.sql(), Refusals.known("feature not supported on system entity"))
        : new Statement.Ddl(words.sql(), words.sql(), Optional.empty());
  }

  /**
   * {@code AWS IAM GRANT role TO 'arn'} and {@code AWS IAM REVOKE role FROM 'arn'}. There are no
   * AWS identities here: PostgreSQL only checks that the role exists.
   */
  static Statement iam(Words words) {
    boolean grant = words.at(1, "IAM", "GRANT");
    boolean revoke = words.at(1, "IAM", "REVOKE");
    Optional<String> role = words.nameAt(3);
    if (!(grant || revoke) || role.isEmpty()) {
      return new Statement.Read(words.sql());
    }
    return new Statement.Ddl(
        words.sql(), "ALTER ROLE %s RESET geqo_seed".formatted(role.get()), Optional.empty());
  }
}
