/** Who wants to be told of what, as a folder of YAML files says. */
@NullMarked
package org.tumen.alert.subscription;

import org.jspecify.annotations.NullMarked;
