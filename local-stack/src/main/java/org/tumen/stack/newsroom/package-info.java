/** An offline news site: feeds and pages that appear one after the other, as a script says. */
@NullMarked
package org.tumen.stack.newsroom;

import org.jspecify.annotations.NullMarked;
