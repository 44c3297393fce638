package io.quantedge.telemetry.domain;

/** A group of figures that rest on the same evidence. */
public interface FigureGroup {
  Evidence evidence();
}
