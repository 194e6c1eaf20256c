package org.tumen.classifier.model;

/** Words that stand behind others in the names of features, hashed once for all names in which they stand. */
public final class Phrase {

    private final String text;

    /** Of each word. */
    private final long[] pieces;

    private Phrase(String text) {
        var words = text.split(" ", -1);
        this.text = text;
        this.pieces = new long[words.length];
        for (var i = 0; i < words.length; i++) {
            pieces[i] = NamedFeatures.piece(words[i], 0, words[i].length());
        }
    }

    /** Of words with one space between them. */
    public static Phrase of(String text) {
        return new Phrase(text);
    }

    public String text() {
        return text;
    }

    /** The hash of the name that begins so and goes on with the phrase. */
    long behind(long begun) {
        var hash = begun;
        for (var piece : pieces) {
            hash = NamedFeatures.and(hash, piece);
        }
        return hash;
    }

    @Override
    public String toString() {
        return text;
    }
}
