/** Configuration, one interface per feature, and the beans that are not ours to annotate. */
@NullMarked
package io.quantedge.settlement.config;

import org.jspecify.annotations.NullMarked;
