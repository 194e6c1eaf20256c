/** One story, with everything that is said in it and of it. */
@NullMarked
package org.tumen.alert.dashboard.story;

import org.jspecify.annotations.NullMarked;
