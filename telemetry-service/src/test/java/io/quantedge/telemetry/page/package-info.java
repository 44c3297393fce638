/** The live page, as a browser and a build see it. */
@NullMarked
package io.quantedge.telemetry.page;

import org.jspecify.annotations.NullMarked;
