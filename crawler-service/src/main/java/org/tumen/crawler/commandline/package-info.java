/** Feeds on the command line: which there are, what Tumen would do with one, and lists from and for other readers. */
@NullMarked
package org.tumen.crawler.commandline;

import org.jspecify.annotations.NullMarked;
