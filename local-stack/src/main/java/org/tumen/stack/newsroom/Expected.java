package org.tumen.stack.newsroom;

import org.tumen.model.assessment.SignalId;

/**
 * An alert that must come of an item.
 *
 * @param signal which
 * @param dyad the pair without direction, in alphabetical order: {@code DPRK-RUS}
 * @param quote words of the page that it rests on
 */
public record Expected(SignalId signal, String dyad, String quote) {}
