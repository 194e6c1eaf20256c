/** What travels in {@code traceparent} is told to an OpenTelemetry collector, where one is configured. */
@NullMarked
package org.tumen.tracing;

import org.jspecify.annotations.NullMarked;
