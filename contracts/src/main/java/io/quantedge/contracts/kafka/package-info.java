/** Names, keys and shapes of the topics between the parts. */
@NullMarked
package io.quantedge.contracts.kafka;

import org.jspecify.annotations.NullMarked;
