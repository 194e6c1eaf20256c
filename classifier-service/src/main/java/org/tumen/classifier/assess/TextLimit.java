package org.tumen.classifier.assess;

/** How long a text may be that is scored: more is no article, and its cost would delay the others. */
public final class TextLimit {

    /** A headline of a few hundred characters is long. */
    static final int TITLE = 10_000;

    /** Some 150,000 words: a book. */
    static final int TEXT = 1_000_000;

    private TextLimit() {}

    /** Refuses what is longer, with the reason. */
    public static void check(String title, String text) {
        check("title", title, TITLE);
        check("text", text, TEXT);
    }

    private static void check(String part, String value, int limit) {
        if (value.length() > limit) {
            throw new IllegalArgumentException(
                    part + ": " + value.length() + " characters (expected: at most " + limit + ")");
        }
    }
}
