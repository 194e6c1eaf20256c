/** Shows what would be done with a feed: on the command line, and for whoever asks by a topic. */
@NullMarked
package org.tumen.crawler.trial;

import org.jspecify.annotations.NullMarked;
