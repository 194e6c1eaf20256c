package org.tumen.classifier.match;

/**
 * A term of the catalogue found in a text.
 *
 * @param start in units of the folded text
 * @param end just past it
 * @param uses what the term says there
 */
record Hit(int start, int end, Uses uses) {

    boolean overlaps(int otherStart, int otherEnd) {
        return start < otherEnd && otherStart < end;
    }

    boolean covers(Hit other) {
        return start <= other.start && other.end <= end;
    }

    boolean says(Use.Kind kind) {
        return uses.has(kind);
    }

    int length() {
        return end - start;
    }
}
