/** The whole exchange as one supervised set of processes. */
@NullMarked
package io.quantedge.localstack.stack;

import org.jspecify.annotations.NullMarked;
