/** From text to evidence: which frames of which signals stand in which sentence, between whom. */
@NullMarked
package org.tumen.classifier.match;

import org.jspecify.annotations.NullMarked;
