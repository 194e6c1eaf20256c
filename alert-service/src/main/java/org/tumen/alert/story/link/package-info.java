/** Tells, without looking anything up, whether two articles are about one event, and whose word an article passes on. */
@NullMarked
package org.tumen.alert.story.link;

import org.jspecify.annotations.NullMarked;
