/** The days on which greetings, receptions and the like are usual, as the calendar of the seeds has them. */
@NullMarked
package org.tumen.alert.calendar;

import org.jspecify.annotations.NullMarked;
