package org.tumen.alert.query;

/**
 * Words that an article must have, as people write them: {@code sanctions AND ("fuel oil" OR title:coal)}. Making one checks
 * it; the message of a refusal says where the fault is and what is allowed there.
 *
 * @param text at most {@value #LONGEST} UTF-16 units
 */
public record TextQuery(String text) {

    /** Limits against queries that cost much: none that a person writes comes near. */
    static final int LONGEST = 1_000;

    public TextQuery {
        text = text.strip();
        QueryCompiler.check(new QueryParser(text).parse());
    }

    @Override
    public String toString() {
        return text;
    }

    /** A query that cannot be asked; the message has the place and, in brackets, what is allowed. */
    static IllegalArgumentException fault(int place, String problem) {
        return new IllegalArgumentException("at character " + (place + 1) + ": " + problem);
    }
}
