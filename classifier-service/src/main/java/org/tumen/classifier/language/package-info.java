/** Which language a text is in, its sentences, and its form for looking up words. */
@NullMarked
package org.tumen.classifier.language;

import org.jspecify.annotations.NullMarked;
