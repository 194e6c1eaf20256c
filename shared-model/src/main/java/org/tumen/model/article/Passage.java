package org.tumen.model.article;

/**
 * One place at which the text of an article was changed.
 *
 * @param start where {@code added} begins in the new text, in UTF-16 units, zero-based
 * @param removed what stood there before; empty when something was only added
 * @param added what stands there now; empty when something was only removed
 */
public record Passage(int start, String removed, String added) {

    public Passage {
        if (start < 0) {
            throw new IllegalArgumentException("start: " + start + " (expected: 0 or more)");
        }
    }
}
