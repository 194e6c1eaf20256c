/** What was changed, by whom, and how: a trail that is added to and never rewritten. */
@NullMarked
package org.tumen.alert.access.audit;

import org.jspecify.annotations.NullMarked;
