/** The alert service: from an assessment to the people who want to know. */
@NullMarked
package org.tumen.alert;

import org.jspecify.annotations.NullMarked;
