package org.tumen.classifier.model;

/**
 * A word of a text, hashed once for all features in which it stands.
 *
 * @param text without a space
 * @param piece its part in the hash of a name
 */
public record HashedWord(String text, long piece) {

    public static HashedWord of(String text) {
        return new HashedWord(text, NamedFeatures.piece(text, 0, text.length()));
    }

    /** Its beginning, of so many UTF-16 units at most; all of it when it is no longer. */
    public HashedWord stem(int longest) {
        return text.length() <= longest ? this : of(text.substring(0, longest));
    }
}
