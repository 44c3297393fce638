/** Test resources that give a Quarkus test the real parts. */
@NullMarked
package io.quantedge.localstack.testing;

import org.jspecify.annotations.NullMarked;
