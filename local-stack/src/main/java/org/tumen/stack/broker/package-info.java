/** A Kafka broker (KRaft) from its Maven artifact, as a process with its data kept. */
@NullMarked
package org.tumen.stack.broker;

import org.jspecify.annotations.NullMarked;
