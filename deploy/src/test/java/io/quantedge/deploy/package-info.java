/** Holds manifests, compose file and scripts to the contracts that they deploy. */
@NullMarked
package io.quantedge.deploy;

import org.jspecify.annotations.NullMarked;
