/** Brings an alert to one target of a subscription, again and again until it is there or given up. */
@NullMarked
package org.tumen.alert.delivery;

import org.jspecify.annotations.NullMarked;
