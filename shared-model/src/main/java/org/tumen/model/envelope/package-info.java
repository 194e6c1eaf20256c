/** From an event to a Kafka record and back: CloudEvents attributes, trace context, dead letters. */
@NullMarked
package org.tumen.model.envelope;

import org.jspecify.annotations.NullMarked;
