/** From sentences to events in the PLOVER ontology: who does what to whom. */
@NullMarked
package org.tumen.classifier.event;

import org.jspecify.annotations.NullMarked;
