/** Who may be written to: addresses that are confirmed and have not unsubscribed. */
@NullMarked
package org.tumen.alert.delivery.address;

import org.jspecify.annotations.NullMarked;
