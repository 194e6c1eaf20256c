package org.tumen.stack.newsroom;

import org.jspecify.annotations.Nullable;
import org.tumen.model.alert.News;
import org.tumen.model.assessment.SignalId;

/**
 * An alert that must come of an item.
 *
 * @param signal which
 * @param dyad the pair without direction, in alphabetical order: {@code DPRK-RUS}
 * @param quote words of the page that it rests on
 * @param news what must be new about its story; null when that is left open
 */
public record Expected(
        SignalId signal,
        String dyad,
        String quote,
        @Nullable News news) {}
