package io.quantedge.localstack.dsql.rule;

/**
 * An error as Aurora DSQL answers it. Immutable.
 *
 * @param sqlState five characters of SQLSTATE
 * @param message what people read; ends with {@link Refusals#LOCAL_WORDING} where the cluster's own
 *     words are not known
 */
public record Refusal(String sqlState, String message) {}
