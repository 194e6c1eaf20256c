/** Dates as people and programs write them, in the languages that the desk reads. */
@NullMarked
package org.tumen.crawler.dateline;

import org.jspecify.annotations.NullMarked;
