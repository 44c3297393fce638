package io.quantedge.localstack.dsql.rule;

import java.util.Locale;

/**
 * Makes refusals, and tells those whose wording is known from those that are worded here. Known are
 * the answers of real clusters: recorded by the open-source project dsql-emulator (MIT) in
 * September 2026, or quoted in public notes of others and in the documentation.
 */
final class Refusals {
  /** Ends each message that Aurora DSQL may word otherwise, or may not refuse at all. */
  static final String LOCAL_WORDING = " (local wording)";

  private static final String FEATURE_NOT_SUPPORTED = "0A000";
  private static final String PROGRAM_LIMIT_EXCEEDED = "54000";
  private static final String UNDEFINED_OBJECT = "42704";

  private Refusals() {}

  /** A refusal in known words. */
  static Refusal known(String message) {
    return new Refusal(FEATURE_NOT_SUPPORTED, message);
  }

  /** A refusal whose words are ours. */
  static Refusal local(String message) {
    return new Refusal(FEATURE_NOT_SUPPORTED, message + LOCAL_WORDING);
  }

  /** A limit of the whole transaction, in known words. */
  static Refusal limit(String message) {
    return new Refusal(PROGRAM_LIMIT_EXCEEDED, message);
  }

  /** A statement that Aurora DSQL has no support for, in known words. */
  static Refusal unsupported(String node) {
    return known("unsupported statement: " + node);
  }

  /** A setting that cannot be changed, in known words. */
  static Refusal setting(String parameter) {
    return known("setting configuration parameter \"%s\" not supported".formatted(parameter));
  }

  /** A column's type, in known words. */
  static Refusal datatype(String type) {
    return known("datatype %s not supported".formatted(type));
  }

  /** A type that PostgreSQL has and Aurora DSQL has never heard of, in known words. */
  static Refusal unknownType(String type) {
    return new Refusal(
        UNDEFINED_OBJECT, "type \"%s\" does not exist".formatted(type.toLowerCase(Locale.ROOT)));
  }
}
