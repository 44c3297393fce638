package io.quantedge.simulator.domain.check;

/**
 * One statement about a run and whether it is true, with the figures to judge that by.
 *
 * @param name what is claimed; stable, so that reports can be compared
 * @param expected what must be found
 * @param actual what was found, with an example if it is wrong
 */
public record Check(String name, String expected, String actual, boolean holds) {}
