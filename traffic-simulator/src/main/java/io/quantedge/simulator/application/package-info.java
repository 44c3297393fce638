/** The course of a run: prepare, send, close, wait, read, judge; and the ports that this needs. */
@NullMarked
package io.quantedge.simulator.application;

import org.jspecify.annotations.NullMarked;
