/** Puts articles on one event together to a story, across outlets and languages, and tells what is new about it to whom. */
@NullMarked
package org.tumen.alert.story;

import org.jspecify.annotations.NullMarked;
