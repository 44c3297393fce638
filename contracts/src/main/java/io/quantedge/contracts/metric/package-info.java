/** Every metric that the services publish: the one list for code, dashboards and alerts. */
@NullMarked
package io.quantedge.contracts.metric;

import org.jspecify.annotations.NullMarked;
