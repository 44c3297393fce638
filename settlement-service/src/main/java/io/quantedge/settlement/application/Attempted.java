package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;

/**
 * What a successful attempt brought.
 *
 * @param value the truth, whoever committed it
 * @param finding whether this attempt committed it, or found that nothing was left to do
 */
public record Attempted<T>(T value, Finding finding) {
  public static <T> Attempted<T> committed(T value) {
    return new Attempted<>(value, Finding.COMMITTED);
  }

  public static <T> Attempted<T> alreadyThere(T value) {
    return new Attempted<>(value, Finding.ALREADY_SETTLED);
  }
}
