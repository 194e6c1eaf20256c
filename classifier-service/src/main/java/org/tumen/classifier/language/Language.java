package org.tumen.classifier.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** A language that Tumen reads. */
public enum Language {
    @JsonProperty("en")
    ENGLISH("en", Edges.BOTH),
    @JsonProperty("ko")
    KOREAN("ko", Edges.PARTICLES),
    @JsonProperty("zh")
    CHINESE("zh", Edges.NONE),
    @JsonProperty("ru")
    RUSSIAN("ru", Edges.BOTH);

    /** Where a word of the language ends when it is looked for in running text. */
    public enum Edges {
        /** Words stand between spaces and punctuation. */
        BOTH,
        /** Words begin after a space or punctuation, and particles are written on to them. */
        PARTICLES,
        /** Words are not told apart by spacing. */
        NONE
    }

    private final String code;
    private final Edges edges;
    private final BreakIterator sentences;

    Language(String code, Edges edges) {
        this.code = code;
        this.edges = edges;
        this.sentences = BreakIterator.getSentenceInstance(new ULocale(code));
    }

    /** BCP 47 primary language. */
    public String code() {
        return code;
    }

    public Edges edges() {
        return edges;
    }

    /** A new iterator, which knows no {@link Abbreviations}: one is not safe for use by many threads. */
    BreakIterator sentenceBreaks() {
        return sentences.clone();
    }

    @Override
    public String toString() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
