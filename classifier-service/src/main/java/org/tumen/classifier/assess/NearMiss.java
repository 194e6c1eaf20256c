package org.tumen.classifier.assess;

import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.SignalId;

/**
 * A signal whose words stand in a text and that is not found there.
 *
 * @param words where it was looked for
 * @param reason what speaks against it, for a person
 */
public record NearMiss(SignalId signal, Evidence words, String reason) {}
