/** Lets people take alerts on, and tells others where nobody does. */
@NullMarked
package org.tumen.alert.acknowledge;

import org.jspecify.annotations.NullMarked;
