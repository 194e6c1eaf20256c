package org.tumen.classifier.match;

import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Evidence;

/**
 * A place that has the words of a signal and does not tell it.
 *
 * @param words that made the frame look there, in the stored part
 * @param reason what speaks against it, for a person
 */
public record Miss(Signal signal, Evidence words, String reason) {}
