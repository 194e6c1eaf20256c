/** Random words that stand for somebody, and what is kept of them. */
@NullMarked
package org.tumen.alert.access.secret;

import org.jspecify.annotations.NullMarked;
