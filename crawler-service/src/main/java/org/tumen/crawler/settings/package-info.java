/** What is wanted of feeds beside the files, read from a topic as a table. */
@NullMarked
package org.tumen.crawler.settings;

import org.jspecify.annotations.NullMarked;
