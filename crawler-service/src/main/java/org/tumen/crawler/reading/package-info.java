/** Reading feeds and pages from files, on the command line and without starting the service. */
@NullMarked
package org.tumen.crawler.reading;

import org.jspecify.annotations.NullMarked;
