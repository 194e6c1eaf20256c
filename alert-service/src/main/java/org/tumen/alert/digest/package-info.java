/** Puts several stories into one message: a digest, or what was held in quiet hours. */
@NullMarked
package org.tumen.alert.digest;

import org.jspecify.annotations.NullMarked;
