/** Child processes that never outlive the process that started them. */
@NullMarked
package io.quantedge.localstack.process;

import org.jspecify.annotations.NullMarked;
