/** Where things are: the checkout, the data and configuration directories, the ports. */
@NullMarked
package org.tumen.stack.settings;

import org.jspecify.annotations.NullMarked;
