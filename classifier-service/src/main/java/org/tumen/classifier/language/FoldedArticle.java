package org.tumen.classifier.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article in the form in which words are looked up, made once for all who read it. Not for use by many threads. */
public final class FoldedArticle {

    private final Language language;
    private final FoldedText title;
    private final FoldedText text;
    private @Nullable List<Stretch> sentences;

    /**
     * Folds both.
     *
     * @param title may be empty
     * @param text may be empty
     */
    public FoldedArticle(Language language, String title, String text) {
        this.language = language;
        this.title = FoldedText.of(title, language);
        this.text = FoldedText.of(text, language);
    }

    /**
     * A sentence.
     *
     * @param start in UTF-16 units of the stored text, zero-based
     * @param end just past it
     * @param from the same in units of the folded text
     * @param to just past it
     */
    public record Stretch(int start, int end, int from, int to) {}

    public Language language() {
        return language;
    }

    public FoldedText title() {
        return title;
    }

    public FoldedText text() {
        return text;
    }

    /** The sentences of the text in their order; not looked for before somebody asks: most articles name nobody. */
    public List<Stretch> sentences() {
        if (sentences == null) {
            var stretches = new ArrayList<Stretch>();
            for (var sentence : Sentence.in(text.original(), language)) {
                stretches.add(new Stretch(
                        sentence.start(),
                        sentence.end(),
                        text.indexOf(sentence.start()),
                        text.indexOf(sentence.end())));
            }
            sentences = stretches;
        }
        return sentences;
    }
}
