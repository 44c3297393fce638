/** The packaged services, as the benchmarks run them. */
@NullMarked
package io.quantedge.bench.service;

import org.jspecify.annotations.NullMarked;
