package io.quantedge.localstack.dsql.fault;

/** Whether and when a connection is cut at its COMMIT. */
public enum Cut {
  /** It is not. */
  NONE,
  /** Before COMMIT reaches PostgreSQL: nothing is committed. */
  BEFORE_COMMIT,
  /** After PostgreSQL executed it and before its answer: the client cannot know. */
  AFTER_COMMIT
}
