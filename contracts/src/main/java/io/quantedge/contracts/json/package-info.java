/** The JSON form of everything that crosses a topic. */
@NullMarked
package io.quantedge.contracts.json;

import org.jspecify.annotations.NullMarked;
